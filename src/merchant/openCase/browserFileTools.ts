import { MAX_PIXELS } from '../../domain/evidence/evidence.ts'
import { kindOf } from '../../exchange/evidence/detectFileType.ts'
import { pictureFacts } from '../../exchange/evidence/imageMetadata.ts'
import { sha256Of } from '../../exchange/sha256.ts'
import { bytesOf } from '../../platform/files.ts'
import { redrawn } from '../../platform/pictures.ts'
import type { FileTools, LookResult } from '../../store/fileTools.ts'

function look(bytes: Uint8Array<ArrayBuffer>, name: string): LookResult {
  const kind = kindOf(bytes, name)
  if (!kind.ok) return kind
  const { type } = kind
  const picture = type.startsWith('image/') ? pictureFacts(bytes) : null
  return { ok: true, looked: { type, sha256: sha256Of(bytes), bytes, picture } }
}

export const fileTools: FileTools = {
  isWhole: (bytes, sha256) => sha256Of(bytes) === sha256,
  look: async (file, name) => {
    const bytes = await bytesOf(file)
    return bytes === null ? { ok: false, reason: 'unreadable' } : look(bytes, name)
  },
  redraw: async (bytes, type, how) => {
    const { width, height } = pictureFacts(bytes)
    if (width * height > MAX_PIXELS) return null
    const drawn = await redrawn(new Blob([bytes], { type }), { type, ...how })
    const made = drawn === null ? null : await bytesOf(drawn)
    const result = made === null ? null : look(made, '')
    return result?.ok ? result.looked : null
  },
}
