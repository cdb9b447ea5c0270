import { useEffect, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Model, settings } from 'survey-core'
import { Survey } from 'survey-react-ui'
import 'survey-core/survey-core.fontless.css'
import 'survey-core/i18n/swedish'
import { ASKED, FIELDS, openRows, WORDS } from './rows.js'

// More than its hundred.
settings.panel.maxPanelCount = 100_000

const kept = await openRows()
const data = { rows: kept.rows }

const asked = (fields) =>
  fields.map((name) => ({ type: 'comment', name, title: name, textUpdateMode: 'onTyping', rows: 2 }))
const list = (fields, more) => ({
  type: 'paneldynamic',
  name: 'rows',
  title: { sv: WORDS.sv.list, en: WORDS.en.list },
  templateTitle: '{panel.field0}',
  templateElements: asked(fields),
  maxPanelCount: settings.panel.maxPanelCount,
  addPanelText: { sv: WORDS.sv.add, en: WORDS.en.add },
  removePanelText: { sv: WORDS.sv.remove, en: WORDS.en.remove },
  ...more,
})
/** One row open at a time, as a list of closed rows, and everything to read. */
const PAGES = {
  '': [
    {
      type: 'radiogroup',
      name: 'urgent',
      choices: ['Butiken ligger nere', 'Betalningar fungerar inte', 'Inget av detta'],
    },
  ],
  step: [{ type: 'text', name: 'company', title: 'Företag' }],
  list: [list(ASKED, { displayMode: 'list', panelsState: 'collapsed' })],
  row: [list(ASKED, { displayMode: 'carousel' })],
  check: [list(FIELDS, { displayMode: 'list', readOnly: true, allowAddPanel: false, allowRemovePanel: false })],
}

function App() {
  const [hash, setHash] = useState(location.hash.slice(1))
  useEffect(() => {
    const change = () => setHash(location.hash.slice(1))
    addEventListener('hashchange', change)
    return () => removeEventListener('hashchange', change)
  }, [])
  const [page = '', id] = hash.split('/')
  const model = useMemo(() => {
    const made = new Model({ elements: PAGES[page], showNavigationButtons: false, showQuestionNumbers: false })
    made.locale = 'sv'
    made.data = data
    made.onValueChanged.add((_, { name, value }) => {
      data[name] = value
    })
    made.onDynamicPanelValueChanged?.add((_, { panelIndex, panel }) => {
      kept.putSoon(() => ({ ...data.rows[panelIndex], ...panel.getValue?.() }))
    })
    const rows = made.getQuestionByName('rows')
    if (page === 'row' && rows) rows.currentIndex = Number(id) - 1
    return made
  }, [page, id])
  return (
    <>
      <button
        type="button"
        id="language"
        onClick={() => {
          model.locale = model.locale === 'sv' ? 'en' : 'sv'
        }}
      >
        English / Svenska
      </button>
      <Survey model={model} />
    </>
  )
}

createRoot(document.querySelector('main')).render(<App />)
