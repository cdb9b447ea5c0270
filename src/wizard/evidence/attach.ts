import { type Address, getAnswer } from '../../domain/case/address.ts'
import { cleanText } from '../../domain/case/cleanText.ts'
import { type EvidenceFile, FILE_LIMITS, overLimit } from '../../domain/evidence/evidence.ts'
import type { FileTools, LookedAt, LookResult, PictureArea } from '../../store/fileTools.ts'
import type { OpenCaseStore } from '../../store/openCase.ts'
import { serialQueue } from '../../store/serialQueue.ts'
import type { Services } from '../../store/session.tsx'

/** Larger files are not read at all, not even to be made smaller; in bytes (C). */
const MAX_READ = 60_000_000

/** The longer side of a photograph, in pixels: a screen shows no more; a phone takes three times as many (C). */
const LONGEST = 2_000

export type WhyNotAdded =
  | Extract<LookResult, { ok: false }>['reason']
  | NonNullable<ReturnType<typeof overLimit>>
  | 'position'
  | 'duplicate'
  | 'quota'
  | 'error'

export interface NotAdded {
  name: string
  why: WhyNotAdded
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

interface Added {
  id: string
  redrawn: Redrawn | null
}

const queues = new WeakMap<OpenCaseStore, ReturnType<typeof serialQueue>>()

/** One at a time, so that the limits hold; ten photographs at once are more than the memory of a phone. */
function inTurn<T>(store: OpenCaseStore, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(store) ?? serialQueue()
  queues.set(store, queue)
  return queue(work)
}

/** Adds a file to a row; its bytes are stored before the case names it. Never throws. */
export const attach = (file: File, to: () => Promise<AttachTo>, store: OpenCaseStore): Promise<Added | NotAdded> =>
  inTurn(store, async () => {
    const name = cleanText(file.name.normalize('NFC'))
    const result = await to()
      .then((place) => attached(file, name, place))
      .catch((): WhyNotAdded => 'error')
    return typeof result === 'string' ? { name, why: result, size: file.size } : result
  })

async function attached(file: File, name: string, to: AttachTo): Promise<Added | WhyNotAdded> {
  const { store, tools, services } = to
  if (file.size > MAX_READ) return 'file'
  const look = await tools.look(file, name)
  if (!look.ok) return look.reason
  const { looked: sent } = look
  const { id: caseId, evidence } = store.getState().case
  // Earlier releases could keep pictures unchanged: such a file whose bytes are missing is restored by the same file.
  const isListed = evidence.some(({ sha256 }) => sha256 === sent.sha256)
  const taken = isListed ? sent : await prepared(sent, tools)
  if (taken === null) return 'position'
  const hadPosition = sent.picture?.hasPosition === true
  const redrawn = taken === sent ? null : { from: sent.bytes.length, to: taken.bytes.length, hadPosition }
  const same = evidence.find(({ sha256 }) => sha256 === taken.sha256)
  if (same !== undefined) {
    const kept = await services.storage.file(caseId, taken.sha256)
    const isHere = kept !== null && tools.isWhole(kept, taken.sha256)
    if (isHere && idsAt(to).includes(same.id)) return 'duplicate'
    const why = isHere ? null : await keep(taken, to)
    if (why !== null) return why
    putAt(to, same.id)
    return { id: same.id, redrawn }
  }
  const why = overLimit(evidence, taken.bytes.length) ?? (await keep(taken, to))
  if (why !== null) return why
  const added: EvidenceFile = { id: services.newId(), name, shows: null, ...listed(taken) }
  // Another tab may have taken the case over by now.
  if (!store.getState().changeFiles((files) => [...files, added])) return 'error'
  putAt(to, added.id)
  return { id: added.id, redrawn }
}

/** Shrinks large photographs and removes the position; null if the browser cannot remove it. */
async function prepared(sent: LookedAt, tools: FileTools): Promise<LookedAt | null> {
  const { type, picture, bytes } = sent
  if (picture === null) return sent
  // Screenshots stay sharp if they fit.
  const mayShrink = type !== 'image/png' || bytes.length > FILE_LIMITS.file
  const isLarge = mayShrink && Math.max(picture.width, picture.height) > LONGEST
  if (!isLarge && !picture.hasPosition) return sent
  const redrawn = await tools.redraw(bytes, type, isLarge ? { longest: LONGEST } : {})
  if (picture.hasPosition) return redrawn
  return redrawn !== null && redrawn.bytes.length < bytes.length ? redrawn : sent
}

const listed = ({ type, sha256, bytes }: LookedAt) => ({ type, sha256, size: bytes.length })

async function keep({ sha256, bytes }: LookedAt, { store, services }: AttachTo): Promise<WhyNotAdded | null> {
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

export function detach(to: At, id: string): void {
  const left = idsAt(to).filter((other) => other !== id)
  to.store.getState().answer(to.address, left.length === 0 ? null : left)
}

/** Draws boxes into a picture; what is under them is gone from the next save on. */
export const coverPicture = (
  fileId: string,
  bytes: Uint8Array<ArrayBuffer>,
  covers: readonly PictureArea[],
  to: AttachTo,
): Promise<WhyNotAdded | null> =>
  inTurn(to.store, async () => {
    const file = to.store.getState().case.evidence.find(({ id }) => id === fileId)
    const taken = file === undefined ? null : await to.tools.redraw(bytes, file.type, { covers })
    return taken === null ? 'error' : replaceBytes(fileId, taken, to)
  })

async function replaceBytes(fileId: string, taken: LookedAt, to: AttachTo): Promise<WhyNotAdded | null> {
  const { case: current, changeFiles } = to.store.getState()
  const others = current.evidence.filter(({ id }) => id !== fileId)
  const why = overLimit(others, taken.bytes.length) ?? (await keep(taken, to))
  if (why !== null) return why
  const isReplaced = changeFiles((files) =>
    files.map((other) => (other.id === fileId ? { ...other, ...listed(taken) } : other)),
  )
  return isReplaced ? null : 'error'
}
