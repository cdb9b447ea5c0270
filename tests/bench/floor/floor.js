// The floor: the same small job by hand, without a framework, without a policy, without checks. A case is a list of rows
// with eleven texts each; what is typed goes into IndexedDB, one record for each row.
;(() => {
  const FIELDS = Array.from({ length: 11 }, (_, at) => `field${at}`)
  const TEXT = 'Kassan tar inte emot kort, och kunden får gå därifrån utan sin vara. '
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
        button('Börja', () => pages.step(1)),
      ),
    step: (number) =>
      show(
        `Sida ${number}`,
        field('Företag', '', () => {}),
        field('Namn', '', () => {}),
        button('Fortsätt', () => pages.step(number + 1)),
      ),
    list: () => {
      const list = document.createElement('ol')
      for (const row of rows) list.append(item(row))
      show('Exempel', list, button('Lägg till', add))
    },
    row: (row) =>
      show(
        `Exempel ${row.id}`,
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
      show('Kontrollera', all)
    },
  }
  const item = (row) => {
    const line = element('li', `${row.field0} `)
    line.append(
      button('Öppna', () => pages.row(row)),
      button('Ta bort', () => {
        rows = rows.filter((other) => other !== row)
        database.transaction('rows', 'readwrite').objectStore('rows').delete(row.id)
        line.replaceChildren(
          element('span', 'Borttaget'),
          button('Ångra', () => {}),
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
    pages.row(row)
  }

  const go = () => {
    const [page = '', id] = location.hash.slice(1).split('/')
    if (page === 'row') pages.row(rows[Number(id) - 1])
    else if (page === 'step') pages.step(Number(id))
    else (pages[page] ?? pages.start)()
  }
  const opening = indexedDB.open('floor', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' })
  opening.onsuccess = () => {
    database = opening.result
    database.transaction('rows').objectStore('rows').getAll().onsuccess = ({ target }) => {
      rows = target.result
      go()
    }
  }
  window.onhashchange = go
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
