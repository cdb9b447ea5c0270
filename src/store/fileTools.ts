import type { PictureArea } from '../platform/pictures.ts'

export type { PictureArea } from '../platform/pictures.ts'

/** In pixels as stored. */
interface PictureLook {
  width: number
  height: number
  hasPosition: boolean
}

export interface LookedAt {
  type: string
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
  picture: PictureLook | null
}

export type LookResult =
  | { ok: true; looked: LookedAt }
  | { ok: false; reason: 'heic' | 'macros' | 'type' | 'empty' | 'unreadable' }

export interface FileTools {
  /** Whether stored bytes are still the ones that were added. */
  isWhole(bytes: Uint8Array, sha256: string): boolean
  look(file: Blob, name: string): Promise<LookResult>
  /** Drops the metadata. Null if the browser cannot. `longest`: in pixels. */
  redraw(
    bytes: Uint8Array<ArrayBuffer>,
    type: string,
    how: { longest?: number; covers?: readonly PictureArea[] },
  ): Promise<LookedAt | null>
}
