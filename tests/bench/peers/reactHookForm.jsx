import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useFieldArray, useForm } from 'react-hook-form'
import { ASKED, FIELDS, openRows, WORDS } from './rows.js'

const kept = await openRows()

const useHash = () => {
  const [hash, setHash] = useState(location.hash.slice(1))
  useEffect(() => {
    const change = () => setHash(location.hash.slice(1))
    addEventListener('hashchange', change)
    return () => removeEventListener('hashchange', change)
  }, [])
  return hash.split('/')
}

function App() {
  const { register, control, getValues, watch } = useForm({ defaultValues: { company: '', name: '', rows: kept.rows } })
  const { fields, append } = useFieldArray({ control, name: 'rows', keyName: 'key' })
  const [page = '', id] = useHash()
  const [language, setLanguage] = useState('sv')
  const [gone, setGone] = useState(null)
  const words = WORDS[language]
  useEffect(() => {
    const { unsubscribe } = watch((_, { name = '' }) => {
      const [list, at] = name.split('.')
      if (list === 'rows' && at !== undefined) kept.putSoon(() => getValues(`rows.${at}`))
    })
    return unsubscribe
  }, [watch, getValues])
  const add = () => {
    const row = kept.blank(fields.length + 1)
    append(row, { shouldFocus: false })
    kept.put(row)
    location.hash = `row/${row.id}`
  }
  const at = Number(id) - 1
  return (
    <>
      <button type="button" id="language" onClick={() => setLanguage(language === 'sv' ? 'en' : 'sv')}>
        {language === 'sv' ? 'English' : 'Svenska'}
      </button>
      <h1>{page === 'row' ? `${words.list} ${id}` : page === 'step' ? `Sida ${id}` : (words[page] ?? 'Start')}</h1>
      {page === '' &&
        ['Butiken ligger nere', 'Betalningar fungerar inte', 'Inget av detta'].map((text) => (
          <label key={text}>
            <input type="radio" value={text} {...register('urgent')} />
            {text}
          </label>
        ))}
      {page === 'step' && (
        <>
          <label>
            Företag <input {...register('company')} />
          </label>
          <button type="button" onClick={() => (location.hash = `step/${Number(id) + 1}`)}>
            Fortsätt
          </button>
        </>
      )}
      {page === 'list' && (
        <>
          <ol>
            {fields.map((row, index) => (
              <li key={row.key}>
                {gone === row.key ? (
                  <button type="button">{words.undo}</button>
                ) : (
                  <>
                    {row.field0} <a href={`#row/${index + 1}`}>{words.open}</a>
                    <button
                      type="button"
                      onClick={() => {
                        setGone(row.key)
                        kept.remove(row.id)
                      }}
                    >
                      {words.remove}
                    </button>
                  </>
                )}
              </li>
            ))}
          </ol>
          <button type="button" id="add" onClick={add}>
            {words.add}
          </button>
        </>
      )}
      {page === 'row' &&
        ASKED.map((name) => (
          <label key={`${at}.${name}`}>
            {name}
            <textarea {...register(`rows.${at}.${name}`)} />
          </label>
        ))}
      {page === 'check' &&
        getValues('rows').map((row) => (
          <section key={row.id}>
            <h2>E{row.id}</h2>
            {FIELDS.map((name) => (
              <div key={name}>
                <h3>{name}</h3>
                <p>{row[name]}</p>
              </div>
            ))}
          </section>
        ))}
    </>
  )
}

createRoot(document.querySelector('main')).render(<App />)
