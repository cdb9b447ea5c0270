export interface SmallPicture {
  jpeg: Uint8Array
  /** In pixels. */
  width: number
  height: number
}

export interface PictureBytes {
  sha256: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** The longer side in pixels, for at most 60 % of the page width. */
const LONGEST = 640
const QUALITY = 0.8

/** Scales pictures down, without their metadata. Pictures that the browser cannot read are left out. */
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
