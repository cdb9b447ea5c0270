import type { PictureArea } from '../platform/pictures.ts'

export type { PictureArea } from '../platform/pictures.ts'

/** What is known of a picture: pixels as stored, and whether it says where it was taken. */
interface PictureLook {
  width: number
  height: number
  hasPosition: boolean
}

export interface LookedAt {
  /** The media type, by content. */
  type: string
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
  picture: PictureLook | null
}

export type LookResult =
  | { ok: true; looked: LookedAt }
  | { ok: false; reason: 'heic' | 'macros' | 'type' | 'empty' | 'unreadable' }

/** A service for the wizard, which knows no file formats; comes when the first file is chosen. */
export interface FileTools {
  /** Whether bytes that were kept are still the ones that were added. */
  isWhole(bytes: Uint8Array, sha256: string): boolean
  look(file: Blob, name: string): Promise<LookResult>
  /** Without what a camera wrote beside it. Null if the browser cannot. `longest`: in pixels. */
  redraw(
    bytes: Uint8Array<ArrayBuffer>,
    type: string,
    how: { longest?: number; covers?: readonly PictureArea[] },
  ): Promise<LookedAt | null>
}
