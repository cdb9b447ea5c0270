import { FILE_LIMITS } from '../../domain/evidence/evidence.ts'
import type { FileTools, LookedAt } from '../../store/fileTools.ts'

/** A screen shows no more; a photograph of a phone is three times as wide (C). In pixels, the longer side. */
const LONGEST = 2_000

export const PICTURE_VERSIONS = ['small', 'clean', 'original'] as const
export type PictureVersion = (typeof PICTURE_VERSIONS)[number]

/** A picture as it was chosen, kept while the case is open so that another version can be taken. */
export interface Original {
  looked: LookedAt
  versions: readonly PictureVersion[]
  chosen: PictureVersion
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

/** A version of a picture; null where the browser cannot draw it. */
export const made = (
  version: PictureVersion,
  original: LookedAt,
  tools: FileTools,
): Promise<LookedAt | null> =>
  version === 'original'
    ? Promise.resolve(original)
    : tools.redraw(original.bytes, original.type, version === 'small' ? { longest: LONGEST } : {})

/**
 * What is taken without asking: the smallest, and never with a position. Null where the browser cannot take the position
 * away.
 */
export async function firstVersion(
  looked: LookedAt,
  tools: FileTools,
): Promise<{ taken: LookedAt; original: Original | null } | null> {
  const versions = versionsOf(looked)
  const [chosen] = versions
  const redrawn = chosen === undefined ? null : await made(chosen, looked, tools)
  if (chosen !== undefined && redrawn !== null)
    return { taken: redrawn, original: { looked, versions, chosen } }
  return looked.picture?.hasPosition === true ? null : { taken: looked, original: null }
}
