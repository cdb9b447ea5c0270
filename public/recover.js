// Reads everything that the browser keeps for this product, as it lies there, and offers it as one file. It shares no
// line with the product, so that it works when the product does not; it only reads.
;(() => {
  const told = document.getElementById('told')

  const say = (swedish, english) => {
    told.replaceChildren()
    for (const [language, text] of [
      ['sv', swedish],
      ['en', english],
    ]) {
      const line = document.createElement('p')
      line.lang = language
      line.textContent = text
      told.append(line)
    }
  }

  const result = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })

  /** Without a version nothing is upgraded; a database that is not there is not left behind. */
  const open = (name) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onupgradeneeded = () => opening.transaction.abort()
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
      opening.onblocked = () => reject(new Error('blocked'))
    })

  const namesOfDatabases = async () => {
    try {
      return (await indexedDB.databases()).map(({ name }) => name)
    } catch {
      return ['case-v1']
    }
  }

  /** Bytes become text that a file can hold. */
  const plain = (_key, value) => {
    if (!(value instanceof Uint8Array)) return value
    let text = ''
    for (let at = 0; at < value.length; at += 0x8000)
      text += String.fromCharCode(...value.subarray(at, at + 0x8000))
    return { base64: btoa(text) }
  }

  /** Every record of a store, one by one where all at once fails; a record that cannot be read is named. */
  const recordsOf = async (database, name) => {
    const store = () => database.transaction(name).objectStore(name)
    try {
      return await result(store().getAll())
    } catch {
      const records = []
      for (const key of await result(store().getAllKeys())) {
        try {
          records.push(await result(store().get(key)))
        } catch (error) {
          records.push({ key, unreadable: String(error) })
        }
      }
      return records
    }
  }

  const readAll = async () => {
    const found = { readAt: new Date().toISOString(), databases: {}, choices: {}, faults: [] }
    let count = 0
    for (const name of await namesOfDatabases()) {
      try {
        const database = await open(name)
        const stores = {}
        for (const store of database.objectStoreNames) {
          try {
            stores[store] = await recordsOf(database, store)
            count += stores[store].length
          } catch (error) {
            found.faults.push(`${name} ${store}: ${error}`)
          }
        }
        found.databases[name] = { version: database.version, stores }
        database.close()
      } catch (error) {
        found.faults.push(`${name}: ${error}`)
      }
    }
    try {
      found.choices = { ...localStorage }
    } catch (error) {
      found.faults.push(`choices: ${error}`)
    }
    return { found, count }
  }

  const download = (text) => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    link.download = `saved-data-${new Date().toISOString().slice(0, 10)}.json`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }

  document.getElementById('download').addEventListener('click', async () => {
    try {
      const { found, count } = await readAll()
      const faults = found.faults.length
      if (count === 0 && faults === 0) return say('Här finns inget sparat.', 'Nothing is saved here.')
      download(JSON.stringify(found, plain, 1))
      const partly =
        faults > 0
          ? [
              'En del gick inte att läsa. I filen står vad.',
              'Some of it could not be read. The file says what.',
            ]
          : ['', '']
      say(
        `Filen är skapad. Titta bland dina hämtade filer. ${partly[0]}`,
        `The file has been made. Look among your downloads. ${partly[1]}`,
      )
    } catch (error) {
      say(
        `Det gick inte att läsa det som är sparat (${error}). Inget är ändrat. Starta om webbläsaren och försök igen.`,
        `What is saved could not be read (${error}). Nothing has been changed. Restart the browser and try again.`,
      )
    }
  })
})()
