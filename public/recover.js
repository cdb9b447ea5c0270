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
    for (let at = 0; at < value.length; at += 0x8000) text += String.fromCharCode(...value.subarray(at, at + 0x8000))
    return { base64: btoa(text) }
  }

  /** What somebody has written comes first; what an account manager keeps of others may be a thousand times as much. */
  const ORDER = ['cases', 'rows', 'removed', 'private', 'changes', 'snapshots', 'quarantine', 'blobs', 'received']
  const rank = (store) => ORDER.indexOf(store) + 1 || ORDER.length + 1

  /** A file is finished when it is this long, in characters: browsers hold no text of more than half a gigabyte. */
  const A_PART = 50_000_000

  /** Puts what is read into files, and hands each on as soon as it is full. */
  const parts = (onPart) => {
    let texts = []
    let length = 0
    const close = () => {
      if (texts.length === 0) return
      onPart(new Blob(['[\n', texts.join(',\n'), '\n]'], { type: 'application/json' }))
      texts = []
      length = 0
    }
    const add = (record) => {
      const text = JSON.stringify(record, plain)
      texts.push(text)
      length += text.length
      if (length > A_PART) close()
    }
    return { add, close }
  }

  /** The page shows how far it is before it goes on. */
  const breath = () => new Promise((resolve) => setTimeout(resolve))

  /** Every record of a store, one by one; one that cannot be read is named. */
  const readStore = async (database, store, onRecord) => {
    const records = () => database.transaction(store).objectStore(store)
    let unreadable = 0
    for (const key of await result(records().getAllKeys())) {
      try {
        onRecord({ store, record: await result(records().get(key)) })
      } catch {
        unreadable += 1
        onRecord({ store, key, unreadable: true })
      }
      if (performance.now() - breathedAt > 100) {
        await breath()
        breathedAt = performance.now()
      }
    }
    return unreadable
  }
  let breathedAt = 0

  /** Reads everything; tells of each record, and gives how many there were and how many things could not be read. */
  const readAll = async (onRecord) => {
    let count = 0
    let faults = 0
    for (const name of await namesOfDatabases()) {
      const database = await open(name).catch(() => null)
      if (database === null) {
        faults += 1
        onRecord({ database: name, unreadable: true })
        continue
      }
      for (const store of [...database.objectStoreNames].sort((a, b) => rank(a) - rank(b))) {
        const told = (record) => {
          count += 1
          onRecord({ database: name, ...record })
        }
        faults += await readStore(database, store, told).catch(() => {
          onRecord({ database: name, store, unreadable: true })
          return 1
        })
      }
      database.close()
    }
    try {
      const choices = { ...localStorage }
      // Words that could not be saved, and copies that were still to be made, are no settings.
      count += Object.keys(choices).filter((name) => /^(unsaved|unsaved-note|copy) /.test(name)).length
      onRecord({ choices })
    } catch {
      faults += 1
    }
    // Copies of cases that are kept for a database that has gone; without a secure connection there are none.
    try {
      const copies = await globalThis.caches?.open('case-copies')
      for (const request of (await copies?.keys()) ?? []) {
        const answer = await copies.match(request)
        onRecord({ copy: request.url, text: await answer?.text() })
        count += 1
      }
    } catch {
      faults += 1
    }
    return { count, faults }
  }

  const files = document.getElementById('files')
  const offer = (blob, number) => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = `saved-data-${new Date().toISOString().slice(0, 10)}-${number}.json`
    link.textContent = `${link.download} (${Math.max(1, Math.round(blob.size / 1000))} kB)`
    const line = document.createElement('li')
    line.append(link)
    files.append(line)
    // One file comes by itself; browsers ask before a page may give several.
    if (number === 1) link.click()
  }

  const button = document.getElementById('download')
  button.addEventListener('click', async () => {
    button.disabled = true
    files.replaceChildren()
    let number = 0
    let read = 0
    const { add, close } = parts((blob) => {
      number += 1
      offer(blob, number)
    })
    const progress = setInterval(
      () => say(`Läser … ${read} poster hittills.`, `Reading… ${read} records so far.`),
      3_000,
    )
    try {
      const { count, faults } = await readAll((record) => {
        read += 1
        add(record)
      })
      if (count > 0 || faults > 0) close()
      clearInterval(progress)
      if (number === 0) return say('Här finns inget sparat.', 'Nothing is saved here.')
      const several =
        number > 1
          ? [
              `Det blev ${number} filer. Den första är skapad och har dina egna underlag först. Ladda ner de andra en och en i listan.`,
              `There are ${number} files. The first has been created, with your own cases first. Download the others one by one from the list.`,
            ]
          : ['Filen är skapad. Titta bland dina hämtade filer.', 'The file has been created. Look in your downloads.']
      const partly =
        faults > 0
          ? ['En del gick inte att läsa. I filen står vad.', 'Some of it could not be read. The file says what.']
          : ['', '']
      say(`${several[0]} ${partly[0]}`, `${several[1]} ${partly[1]}`)
    } catch {
      clearInterval(progress)
      close()
      say(
        'Inte allt som är sparat gick att läsa. Inget är ändrat. Det som hann läsas finns i filerna i listan. Starta om webbläsaren och försök igen.',
        'Not everything that is saved could be read. Nothing has changed. What was read is in the files in the list. Restart the browser and try again.',
      )
    } finally {
      button.disabled = false
    }
  })
})()
