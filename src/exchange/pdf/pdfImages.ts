/** A picture as it goes into a document. */
export interface SmallPicture {
  jpeg: Uint8Array
  /** In pixels. */
  width: number
  height: number
}

/** A picture as it was added. */
export interface PictureBytes {
  sha256: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** The longer side, in pixels: on paper it is a third of a page wide. */
const LONGEST = 640
const QUALITY = 0.8

/**
 * Draws pictures small, for a document, one after the other. Runs in a worker; what the browser cannot read is not in
 * the answer, and the document does without it. Whatever a camera wrote beside a picture does not come along.
 */
export async function smallPictures(pictures: readonly PictureBytes[]): Promise<ReadonlyMap<string, SmallPicture>> {
  const small = new Map<string, SmallPicture>()
  for (const { sha256, type, bytes } of pictures) {
    const drawn = await smallPicture(new Blob([bytes], { type })).catch(() => null)
    if (drawn !== null) small.set(sha256, drawn)
  }
  return small
}

async function smallPicture(picture: Blob): Promise<SmallPicture | null> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  return { jpeg: new Uint8Array(await jpeg.arrayBuffer()), width, height }
}
