// The same small job by hand, without a framework, without a policy, without checks. A case is a list of rows
// with eleven texts each; what is typed goes into IndexedDB, one record for each row.
;(() => {
  const FIELDS = Array.from({ length: 11 }, (_, at) => `field${at}`)
  const TEXT = 'Kassan tar inte emot kort, och kunden får gå därifrån utan sin vara. '
  const WORDS = {
    sv: { list: 'Exempel', add: 'Lägg till', open: 'Öppna', remove: 'Ta bort', undo: 'Ångra', check: 'Kontrollera' },
    en: { list: 'Examples', add: 'Add', open: 'Open', remove: 'Remove', undo: 'Undo', check: 'Check' },
  }
  let words = WORDS.sv
  const main = document.querySelector('main')
  const heading = document.querySelector('h1')
  let rows = []
  let database = null
  const put = (row) => database.transaction('rows', 'readwrite').objectStore('rows').put(row)
  const element = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text }, more)
  const button = (text, onclick) => element('button', text, { type: 'button', onclick })
  const field = (label, value, onText) => {
    const whole = element('label', label)
    const box = document.createElement('textarea')
    box.value = value
    let waiting
    box.oninput = () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => onText(box.value), 400)
    }
    whole.append(box)
    return whole
  }
  const show = (title, ...parts) => {
    heading.textContent = title
    main.replaceChildren(...parts)
  }

  const pages = {
    start: () =>
      show(
        'Start',
        ...['Butiken ligger nere', 'Betalningar fungerar inte', 'Inget av detta'].map((text) => {
          const label = element('label', text)
          label.prepend(Object.assign(document.createElement('input'), { type: 'radio', name: 'urgent' }))
          return label
        }),
        button('Börja', () => {
          location.hash = 'step/1'
        }),
      ),
    step: (number) =>
      show(
        `Sida ${number}`,
        field('Företag', '', () => {}),
        field('Namn', '', () => {}),
        button('Fortsätt', () => {
          location.hash = `step/${number + 1}`
        }),
      ),
    list: () => {
      const list = document.createElement('ol')
      for (const row of rows) list.append(item(row))
      show(words.list, list, Object.assign(button(words.add, add), { id: 'add' }))
    },
    row: (row) =>
      show(
        `${words.list} ${row.id}`,
        ...FIELDS.slice(0, 3).map((name) =>
          field(name, row[name], (text) => {
            row[name] = text
            put(row)
          }),
        ),
      ),
    check: () => {
      const all = element('div', '', { className: 'seen' })
      for (const row of rows) {
        const section = document.createElement('section')
        section.append(element('h2', `E${row.id}`))
        for (const name of FIELDS) section.append(element('h3', name), element('p', row[name]))
        all.append(section)
      }
      show(words.check, all)
    },
  }
  const item = (row) => {
    const line = element('li', `${row.field0} `)
    line.append(
      Object.assign(element('a', words.open), { href: `#row/${row.id}` }),
      button(words.remove, () => {
        rows = rows.filter((other) => other !== row)
        database.transaction('rows', 'readwrite').objectStore('rows').delete(row.id)
        line.replaceChildren(
          element('span', 'Borttaget'),
          button(words.undo, () => {}),
        )
      }),
    )
    return line
  }
  const rowOf = (id) => ({ id, ...Object.fromEntries(FIELDS.map((name) => [name, `${TEXT}${id}`])) })
  const add = () => {
    const row = { id: rows.length + 1, ...Object.fromEntries(FIELDS.map((name) => [name, ''])) }
    rows.push(row)
    put(row)
    location.hash = `row/${row.id}`
  }

  const go = () => {
    const [page = '', id] = location.hash.slice(1).split('/')
    if (page === 'row') pages.row(rows[Number(id) - 1])
    else if (page === 'step') pages.step(Number(id))
    else (pages[page] ?? pages.start)()
  }
  const opening = indexedDB.open('peer', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' })
  opening.onsuccess = () => {
    database = opening.result
    database.transaction('rows').objectStore('rows').getAll().onsuccess = ({ target }) => {
      rows = target.result
      go()
    }
  }
  window.onhashchange = go
  document.querySelector('#language').onclick = () => {
    words = words === WORDS.sv ? WORDS.en : WORDS.sv
    go()
  }
  /** Puts so many rows in the place of all. */
  window.seed = (count) =>
    new Promise((resolve) => {
      rows = Array.from({ length: count }, (_, at) => rowOf(at + 1))
      const transaction = database.transaction('rows', 'readwrite')
      transaction.objectStore('rows').clear()
      for (const row of rows) transaction.objectStore('rows').put(row)
      transaction.oncomplete = resolve
    })
})()
