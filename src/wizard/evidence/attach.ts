import { type Address, getAnswer } from '../../domain/case/address.ts'
import { type EvidenceFile, FILE_LIMITS, overLimit } from '../../domain/evidence/evidence.ts'
import type { FileTools, LookedAt } from '../../store/fileTools.ts'
import type { OpenCaseStore } from '../../store/openCase.ts'
import type { Services } from '../../store/session.tsx'

/** A screen shows no more; a photograph of a phone is three times as wide (C). In pixels, the longer side. */
const LONGEST = 2_000

/** Nothing above this is read at all, not even to be made smaller; in bytes (C). */
const MAX_READ = 60_000_000

export const PICTURE_VERSIONS = ['small', 'clean', 'original'] as const
export type PictureVersion = (typeof PICTURE_VERSIONS)[number]

/** A picture as it was chosen, kept while the page is open so that another version can be taken. */
export interface Original {
  looked: LookedAt
  versions: readonly PictureVersion[]
  chosen: PictureVersion
}

/** Why a file was not added, told of by its name. */
export interface NotAdded {
  name: string
  why:
    | 'heic'
    | 'macros'
    | 'type'
    | 'empty'
    | 'unreadable'
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
  services: Pick<Services, 'storage' | 'newId'>
}

export type AttachResult = { id: string; original: Original | null } | NotAdded

/** Adds a file to a row: it is kept first, and then named in the case. */
export async function attach(file: File, to: AttachTo): Promise<AttachResult> {
  const { store, tools, services, address } = to
  const name = file.name.normalize('NFC')
  const not = (why: NotAdded['why']): NotAdded => ({ name, why, size: file.size })
  if (file.size > MAX_READ) return not('file')
  const look = await tools.look(file, name)
  if (!look.ok) return not(look.reason)
  const { taken, original } = await firstVersion(look.looked, tools)

  const { id: caseId, evidence } = store.getState().case
  const same = evidence.find(({ sha256 }) => sha256 === taken.sha256)
  if (same !== undefined) {
    // What came with a file that lacked it is taken again; what is here is not added twice.
    const isHere = (await services.storage.file(caseId, taken.sha256)) !== null
    if (isHere && idsAt(to).includes(same.id)) return not('duplicate')
    const kept = isHere
      ? ({ ok: true } as const)
      : await services.storage.keepFile(caseId, taken.sha256, taken.bytes)
    if (!kept.ok) return not(kept.reason)
    putAt(to, same.id)
    return { id: same.id, original }
  }
  const over = overLimit(evidence, taken.bytes.length)
  if (over !== null) return not(over)
  const kept = await services.storage.keepFile(caseId, taken.sha256, taken.bytes)
  if (!kept.ok) return not(kept.reason)
  const added: EvidenceFile = { id: services.newId(), name, shows: null, ...listed(taken) }
  store.getState().changeFiles((files) => [...files, added])
  putAt({ address, store }, added.id)
  return { id: added.id, original }
}

const listed = ({ type, sha256, bytes }: LookedAt) => ({ type, sha256, size: bytes.length })

const idsAt = ({ store, address }: Pick<AttachTo, 'store' | 'address'>): readonly string[] => {
  const value = getAnswer(store.getState().case.answers, address)
  return Array.isArray(value) ? value.map(String) : []
}

/** Names a file of the case at a row. */
export const putAt = (to: Pick<AttachTo, 'store' | 'address'>, id: string): void => {
  if (!idsAt(to).includes(id)) to.store.getState().answer(to.address, [...idsAt(to), id])
}

/** Takes the name of a file away from a row; the file stays in the case. */
export function takeAway(to: Pick<AttachTo, 'store' | 'address'>, id: string): void {
  const left = idsAt(to).filter((other) => other !== id)
  to.store.getState().answer(to.address, left.length === 0 ? null : left)
}

/** Which versions of a picture there are to choose from; none where there is nothing to choose. */
function versionsOf({ type, picture, bytes }: LookedAt): readonly PictureVersion[] {
  if (picture === null) return []
  const isPhoto = type !== 'image/png' || bytes.length > FILE_LIMITS.file
  const isLarge = isPhoto && Math.max(picture.width, picture.height) > LONGEST
  const versions: PictureVersion[] = []
  if (isLarge) versions.push('small')
  if (picture.hasPosition) versions.push('clean')
  return versions.length === 0 ? [] : [...versions, 'original']
}

const made = (version: PictureVersion, original: LookedAt, tools: FileTools): Promise<LookedAt | null> =>
  version === 'original'
    ? Promise.resolve(original)
    : tools.redraw(original.bytes, original.type, version === 'small' ? { longest: LONGEST } : {})

/** What is taken without asking: the smallest, and never with a position. */
async function firstVersion(looked: LookedAt, tools: FileTools) {
  const versions = versionsOf(looked)
  const [chosen] = versions
  const redrawn = chosen === undefined ? null : await made(chosen, looked, tools)
  if (chosen === undefined || redrawn === null) return { taken: looked, original: null }
  return { taken: redrawn, original: { looked, versions, chosen } }
}

/** Takes another version of a picture; says why not where it does not fit or cannot be made. */
export async function takeVersion(
  file: EvidenceFile,
  version: PictureVersion,
  original: Original,
  to: AttachTo,
): Promise<NotAdded['why'] | null> {
  const taken = await made(version, original.looked, to.tools)
  return taken === null ? 'error' : exchange(file, taken, to)
}

/** Puts other bytes in the place of a file's; the old ones are gone for good. */
export async function exchange(
  file: EvidenceFile,
  taken: LookedAt,
  { store, services: { storage } }: AttachTo,
): Promise<NotAdded['why'] | null> {
  const { id: caseId, evidence } = store.getState().case
  const others = evidence.filter(({ id }) => id !== file.id)
  const over = overLimit(others, taken.bytes.length)
  if (over !== null) return over
  const kept = await storage.keepFile(caseId, taken.sha256, taken.bytes)
  if (!kept.ok) return kept.reason
  store
    .getState()
    .changeFiles((files) =>
      files.map((other) => (other.id === file.id ? { ...other, ...listed(taken) } : other)),
    )
  const isOld = file.sha256 !== taken.sha256 && others.every(({ sha256 }) => sha256 !== file.sha256)
  if (isOld) await storage.forgetFile(caseId, file.sha256)
  return null
}
