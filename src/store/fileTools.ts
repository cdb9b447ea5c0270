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

/**
 * What is done with files before they become part of a case. It reaches the wizard as a service, since it knows file
 * formats, and comes when the first file is chosen.
 */
export interface FileTools {
  /** Whether bytes that were kept are still the ones that were added. */
  isWhole(bytes: Uint8Array, sha256: string): boolean
  look(file: Blob, name: string): Promise<LookResult>
  /**
   * Draws a picture anew: without what a camera wrote beside it, no longer than `longest` pixels, with areas covered.
   * Null where the browser cannot.
   */
  redraw(
    bytes: Uint8Array<ArrayBuffer>,
    type: string,
    how: { longest?: number; covers?: readonly PictureArea[] },
  ): Promise<LookedAt | null>
}
