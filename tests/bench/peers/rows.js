// What the small wizards have in common with `handWritten/main.js`: rows with eleven texts each, and one record for each row.
export const FIELDS = Array.from({ length: 11 }, (_, at) => `field${at}`)
export const ASKED = FIELDS.slice(0, 3)
const TEXT = 'Kassan tar inte emot kort, och kunden får gå därifrån utan sin vara. '
const rowOf = (id, text) => ({ id, ...Object.fromEntries(FIELDS.map((name) => [name, text])) })

export const WORDS = {
  sv: { list: 'Exempel', add: 'Lägg till', open: 'Öppna', remove: 'Ta bort', undo: 'Ångra', check: 'Kontrollera' },
  en: { list: 'Examples', add: 'Add', open: 'Open', remove: 'Remove', undo: 'Undo', check: 'Check' },
}

/** Every row that is kept, and where they are kept. `window.seed(n)` puts so many in the place of all. */
export async function openRows() {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const opening = indexedDB.open('peer', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' })
  const database = await done(opening)
  const store = (mode = 'readwrite') => database.transaction('rows', mode).objectStore('rows')
  let waiting
  window.seed = (count) =>
    new Promise((resolve) => {
      const rows = store()
      rows.clear()
      for (let id = 1; id <= count; id += 1) rows.put(rowOf(id, `${TEXT}${id}`))
      rows.transaction.oncomplete = resolve
    })
  return {
    rows: await done(store('readonly').getAll()),
    blank: (id) => rowOf(id, ''),
    remove: (id) => store().delete(id),
    put: (row) => store().put(row),
    /** After a pause, as it is typed. */
    putSoon: (row) => {
      clearTimeout(waiting)
      waiting = setTimeout(() => store().put(row()), 400)
    },
  }
}
