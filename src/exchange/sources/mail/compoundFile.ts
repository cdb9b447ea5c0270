const [END_OF_CHAIN, NONE] = [-2, -1]
const [HEADER_FATS, ENTRY, MINI_SECTOR, MINI_BELOW] = [109, 128, 64, 4_096]
const [STORAGE, STREAM, ROOT] = [1, 2, 5]
/** All streams together, in sizes of the file: honest ones share no sectors. */
const MOST_TIMES = 2

/**
 * Whether the sectors and the folders of a compound file (MS-CFB) lead to an end: the reader of Outlook's files follows
 * them as long as they go on, and makes room for whatever size they name.
 */
export function isSound(bytes: Uint8Array): boolean {
  if (bytes.length < 512) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const int = (at: number) => (at >= 0 && at + 4 <= bytes.length ? view.getInt32(at, true) : null)
  // The reader knows these two sizes, and tells them apart by this.
  const size = bytes[30] === 12 ? 4_096 : 512
  const sectors = Math.ceil(bytes.length / size)
  const placeOf = (sector: number) => (sector + 1) * size

  const fats = fatsOf({ int, size, sectors, placeOf })
  if (fats === null) return false
  const nextIn = (table: readonly number[], at: number): number | null => {
    const own = table[Math.floor(at / (size / 4))]
    return own === undefined ? END_OF_CHAIN : int(placeOf(own) + (at % (size / 4)) * 4)
  }
  /** Null where it does not end, or leads out of the file. */
  const chain = (start: number, table: readonly number[], most: number): readonly number[] | null => {
    const found: number[] = []
    for (let at = start; at !== END_OF_CHAIN; ) {
      if (at < 0 || at >= most || found.length >= most) return null
      found.push(at)
      const next = nextIn(table, at)
      if (next === null) return null
      at = next
    }
    return found
  }

  const miniStart = int(60) ?? END_OF_CHAIN
  const miniFats = miniStart === END_OF_CHAIN || miniStart === 0 ? [] : chain(miniStart, fats, sectors)
  const folders = chain(int(48) ?? NONE, fats, sectors)
  if (miniFats === null || folders === null) return false
  const places = folders.flatMap((sector) =>
    Array.from({ length: size / ENTRY }, (_, at) => placeOf(sector) + at * ENTRY),
  )
  const entries = places.filter((place) => place + ENTRY <= bytes.length)
  const [root] = entries
  if (root === undefined || bytes[root + 66] !== ROOT) return false
  const ministream = chain(int(root + 116) ?? NONE, fats, sectors)
  if (ministream === null || !isTree(entries, bytes, int)) return false

  const miniSectors = (ministream.length * size) / MINI_SECTOR
  let all = 0
  return entries.every((place) => {
    if (bytes[place + 66] !== STREAM) return true
    const [start, length] = [int(place + 116) ?? NONE, int(place + 120) ?? NONE]
    all += length
    if (length < 0 || length > bytes.length || all > bytes.length * MOST_TIMES) return false
    return length === 0 || length >= MINI_BELOW || chain(start, miniFats, miniSectors) !== null
  })
}

interface Layout {
  int: (at: number) => number | null
  size: number
  sectors: number
  placeOf: (sector: number) => number
}

/** The sectors that hold the table of chains: in the header, and in a chain of their own where it is full. */
function fatsOf({ int, size, sectors, placeOf }: Layout): readonly number[] | null {
  const count = int(44) ?? 0
  if (count < 1 || count > sectors) return null
  const fats = Array.from({ length: Math.min(count, HEADER_FATS) }, (_, at) => int(76 + at * 4) ?? NONE)
  const more = int(72) ?? 0
  if (more < 0 || more > sectors) return null
  let at = int(68) ?? END_OF_CHAIN
  for (let step = 0; step < more && at !== END_OF_CHAIN && at !== NONE; step += 1) {
    if (at < 0 || at >= sectors) return null
    for (let index = 0; index < size / 4 - 1 && fats.length < count; index += 1)
      fats.push(int(placeOf(at) + index * 4) ?? NONE)
    at = int(placeOf(at) + size - 4) ?? END_OF_CHAIN
  }
  return fats.every((sector) => sector >= 0 && sector < sectors) ? fats : null
}

/** Every folder and file hangs in one place, and none in itself. */
function isTree(entries: readonly number[], bytes: Uint8Array, int: Layout['int']): boolean {
  const seen = new Set<number>([0])
  const waiting = [0]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const place = entries[at] ?? 0
    const type = bytes[place + 66]
    const child = type === STORAGE || type === ROOT ? (int(place + 76) ?? NONE) : NONE
    const beside = at === 0 ? [] : [int(place + 68) ?? NONE, int(place + 72) ?? NONE]
    for (const next of [child, ...beside].filter((index) => index !== NONE)) {
      if (next < 0 || next >= entries.length || seen.has(next)) return false
      seen.add(next)
      waiting.push(next)
    }
  }
  return true
}
