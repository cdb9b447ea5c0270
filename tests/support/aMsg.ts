import { Buffer } from 'node:buffer'
import given from '@kenjiuno/msgreader/lib/Burner.js'

const { burn } = given as unknown as typeof import('@kenjiuno/msgreader/lib/Burner.js')
const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5]

/** Property tags of MS-OXPROPS. */
const TAGS = {
  messageClass: '001A',
  subject: '0037',
  headers: '007D',
  body: '1000',
  senderName: '0C1A',
  senderAddress: '5D01',
} as const

type Fields = Partial<Record<keyof typeof TAGS, string>>
interface AnEntry {
  name: string
  type: number
  length: number
  binaryProvider?: () => ArrayLike<number>
  children?: number[]
}

/** As Outlook keeps it: texts in UTF-16 with `001F`, of old in the code page of Windows with `001E`. */
function textEntry(tag: string, text: string, isOld: boolean): AnEntry {
  const bytes = new Uint8Array(Buffer.from(text, isOld ? 'latin1' : 'utf16le'))
  return {
    name: `__substg1.0_${tag}${isOld ? '001E' : '001F'}`,
    type: DOCUMENT,
    length: bytes.length,
    binaryProvider: () => bytes,
  }
}

const MS_TO_1601 = 11_644_473_600_000n

/** Fixed properties: the time of sending, in steps of 100 ns since 1601. */
function properties(head: number, sentAt: number | null): AnEntry {
  const bytes = Buffer.alloc(head + (sentAt === null ? 0 : 16))
  if (sentAt !== null) {
    bytes.writeUInt32LE(0x0039_0040, head)
    bytes.writeUInt32LE(6, head + 4)
    bytes.writeBigUInt64LE((BigInt(sentAt) + MS_TO_1601) * 10_000n, head + 8)
  }
  return { name: '__properties_version1.0', type: DOCUMENT, length: bytes.length, binaryProvider: () => bytes }
}

/** A `.msg` of Outlook with these fields. @param sentAt milliseconds since 1970 */
export function aMsg(
  fields: Fields,
  {
    sentAt = null,
    to,
    isOld = false,
  }: { sentAt?: number | null; to?: readonly [string, string]; isOld?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const entries: AnEntry[] = [{ name: 'Root Entry', type: ROOT, length: 0, children: [] }]
  const add = (parent: number, entry: AnEntry) => {
    entries.push(entry)
    entries[parent]?.children?.push(entries.length - 1)
    return entries.length - 1
  }
  add(0, properties(32, sentAt))
  for (const [name, text] of Object.entries(fields)) add(0, textEntry(TAGS[name as keyof Fields], text, isOld))
  if (to !== undefined) {
    const receiver = add(0, { name: '__recip_version1.0_#00000000', type: DIRECTORY, length: 0, children: [] })
    add(receiver, properties(8, null))
    add(receiver, textEntry('3001', to[0], isOld))
    add(receiver, textEntry('39FE', to[1], isOld))
  }
  return new Uint8Array(burn(entries as Parameters<typeof burn>[0]))
}
