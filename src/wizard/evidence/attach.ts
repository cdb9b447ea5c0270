import { type Address, getAnswer } from '../../domain/case/address.ts'
import { cleanText } from '../../domain/case/cleanText.ts'
import { type EvidenceFile, FILE_LIMITS, overLimit } from '../../domain/evidence/evidence.ts'
import type { FileTools, LookedAt, PictureArea } from '../../store/fileTools.ts'
import type { OpenCaseStore } from '../../store/openCase.ts'
import { turns } from '../../store/serialQueue.ts'
import type { Services } from '../../store/session.tsx'

/** Nothing above this is read at all, not even to be made smaller; in bytes (C). */
const MAX_READ = 60_000_000

/** The longer side of a photograph, in pixels: a screen shows no more, and a phone takes three times as many (C). */
const LONGEST = 2_000

export interface NotAdded {
  name: string
  why:
    | 'heic'
    | 'macros'
    | 'type'
    | 'empty'
    | 'unreadable'
    | 'position'
    | 'file'
    | 'files'
    | 'all'
    | 'duplicate'
    | 'quota'
    | 'error'
  size: number
}

export interface AttachTo {
  address: Address
  store: OpenCaseStore
  tools: FileTools
  services: Pick<Services, 'storage' | 'newId' | 'clock'>
}

/** What was done to a picture before it was kept; sizes in bytes. */
export interface Redrawn {
  from: number
  to: number
  hadPosition: boolean
}

export type AttachResult = { id: string; redrawn: Redrawn | null } | NotAdded

const queues = new WeakMap<OpenCaseStore, ReturnType<typeof turns>>()

/** In turn, so that what is counted is still so; ten photographs at once are more than a phone holds. */
function inTurn<T>(store: OpenCaseStore, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(store) ?? turns()
  queues.set(store, queue)
  return queue(work)
}

/** Adds a file to a row: its bytes are kept first, and then it is named in the case. Never throws. */
export const attach = (file: File, to: () => Promise<AttachTo>, store: OpenCaseStore): Promise<AttachResult> =>
  inTurn(store, async () => {
    // A name that no file can carry, and no page can show, is cleaned once.
    const name = cleanText(file.name.normalize('NFC'))
    const not = (why: NotAdded['why']): NotAdded => ({ name, why, size: file.size })
    try {
      return await attached(file, name, not, await to())
    } catch {
      return not('error')
    }
  })

async function attached(
  file: File,
  name: string,
  not: (why: NotAdded['why']) => NotAdded,
  to: AttachTo,
): Promise<AttachResult> {
  const { store, tools, services } = to
  if (file.size > MAX_READ) return not('file')
  const look = await tools.look(file, name)
  if (!look.ok) return not(look.reason)
  const { looked: sent } = look
  const { id: caseId, evidence } = store.getState().case
  // Earlier releases kept pictures as they were sent, if asked to: the same file fills the gap of such a one.
  const isListed = evidence.some(({ sha256 }) => sha256 === sent.sha256)
  const taken = isListed ? sent : await prepared(sent, tools)
  if (taken === null) return not('position')
  const redrawn: Redrawn | null =
    taken === sent
      ? null
      : {
          from: sent.bytes.length,
          to: taken.bytes.length,
          hadPosition: sent.picture?.hasPosition === true,
        }
  const same = evidence.find(({ sha256 }) => sha256 === taken.sha256)
  if (same !== undefined) {
    // What came with a file that lacked it is taken again; what is here is not added twice.
    const kept = await services.storage.file(caseId, taken.sha256)
    const isHere = kept !== null && tools.isWhole(kept, taken.sha256)
    if (isHere && idsAt(to).includes(same.id)) return not('duplicate')
    const why = isHere ? null : await keep(taken, to)
    if (why !== null) return not(why)
    putAt(to, same.id)
    return { id: same.id, redrawn }
  }
  const why = overLimit(evidence, taken.bytes.length) ?? (await keep(taken, to))
  if (why !== null) return not(why)
  const added: EvidenceFile = { id: services.newId(), name, shows: null, ...listed(taken) }
  // This tab may only read by now.
  if (!store.getState().changeFiles((files) => [...files, added])) return not('error')
  putAt(to, added.id)
  return { id: added.id, redrawn }
}

/** Photographs no larger than a screen shows, and none with a position; null if that cannot be taken away. */
async function prepared(sent: LookedAt, tools: FileTools): Promise<LookedAt | null> {
  const { type, picture, bytes } = sent
  if (picture === null) return sent
  // A screenshot stays as sharp as it is while it fits.
  const mayShrink = type !== 'image/png' || bytes.length > FILE_LIMITS.file
  const isLarge = mayShrink && Math.max(picture.width, picture.height) > LONGEST
  if (!isLarge && !picture.hasPosition) return sent
  const redrawn = await tools.redraw(bytes, type, isLarge ? { longest: LONGEST } : {})
  if (picture.hasPosition) return redrawn
  return redrawn !== null && redrawn.bytes.length < bytes.length ? redrawn : sent
}

const listed = ({ type, sha256, bytes }: LookedAt) => ({ type, sha256, size: bytes.length })

async function keep({ sha256, bytes }: LookedAt, { store, services }: AttachTo): Promise<NotAdded['why'] | null> {
  const { storage, clock } = services
  const kept = await storage.keepFile(store.getState().case.id, sha256, bytes, clock.now())
  return kept.ok ? null : kept.reason
}

type At = Pick<AttachTo, 'store' | 'address'>

const idsAt = ({ store, address }: At): readonly string[] => {
  const value = getAnswer(store.getState().case.answers, address)
  return Array.isArray(value) ? value.map(String) : []
}

export const putAt = (to: At, id: string): void => {
  if (!idsAt(to).includes(id)) to.store.getState().answer(to.address, [...idsAt(to), id])
}

/** Takes the name of a file away from a row; the file stays in the case. */
export function detach(to: At, id: string): void {
  const left = idsAt(to).filter((other) => other !== id)
  to.store.getState().answer(to.address, left.length === 0 ? null : left)
}

/** Draws boxes into a picture; what was under them is gone with the next save, which is now. */
export const coverPicture = (
  fileId: string,
  bytes: Uint8Array<ArrayBuffer>,
  covers: readonly PictureArea[],
  to: AttachTo,
): Promise<NotAdded['why'] | null> =>
  inTurn(to.store, async () => {
    const file = to.store.getState().case.evidence.find(({ id }) => id === fileId)
    const taken = file === undefined ? null : await to.tools.redraw(bytes, file.type, { covers })
    return taken === null ? 'error' : exchange(fileId, taken, to)
  })

/** Puts other bytes in the place of a file's; the old ones go when the case is saved without them. */
async function exchange(fileId: string, taken: LookedAt, to: AttachTo): Promise<NotAdded['why'] | null> {
  const { store } = to
  const others = store.getState().case.evidence.filter(({ id }) => id !== fileId)
  const why = overLimit(others, taken.bytes.length) ?? (await keep(taken, to))
  if (why !== null) return why
  const isTaken = store
    .getState()
    .changeFiles((files) => files.map((other) => (other.id === fileId ? { ...other, ...listed(taken) } : other)))
  return isTaken ? null : 'error'
}
