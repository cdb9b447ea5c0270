/** In fractions of the width and height of a picture, 0 to 1. */
export interface PictureArea {
  x: number
  y: number
  width: number
  height: number
}

export interface Redraw {
  /** A PNG stays a PNG; anything else becomes a JPEG. */
  type: string
  /** The longer side, in pixels; smaller pictures are not scaled. */
  longest?: number
  covers?: readonly PictureArea[]
}

/** The first looks lossless on screen; the others are for pictures that came out larger than before. */
const QUALITIES = [0.88, 0.75, 0.6, 0.4]
const COVER = '#3a3a3a'

/** The picture, upright, without its metadata; null if the browser cannot read it or has no memory for it. */
export async function redrawn(bytes: Blob, { type, longest, covers = [] }: Redraw): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(bytes, { imageOrientation: 'from-image' })
    const scale = Math.min(1, (longest ?? Number.POSITIVE_INFINITY) / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const context = canvas.getContext('2d')
    if (context === null) return null
    const isPng = type === 'image/png'
    if (!isPng) {
      // A JPEG has no transparency, which would become black.
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
    }
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    context.fillStyle = COVER
    for (const { x, y, width, height } of covers) {
      // Rounded outwards to whole pixels: no edge of what is covered shines through.
      const [left, top] = [Math.floor(x * canvas.width), Math.floor(y * canvas.height)]
      const [right, bottom] = [Math.ceil((x + width) * canvas.width), Math.ceil((y + height) * canvas.height)]
      context.fillRect(left, top, right - left, bottom - top)
    }
    let least: Blob | null = null
    for (const quality of QUALITIES) {
      const made = await packed(canvas, isPng ? 'image/png' : 'image/jpeg', quality)
      if (made === null) return null
      if (least === null || made.size < least.size) least = made
      if (isPng || longest === undefined || least.size < bytes.size) break
    }
    return least
  } catch {
    return null
  }
}

const packed = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality))
