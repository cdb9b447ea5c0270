/** A rectangle of a picture, in shares of its width and height from 0 to 1. */
export interface PictureArea {
  x: number
  y: number
  width: number
  height: number
}

export interface Redraw {
  /** As PNG it stays as sharp as it was; anything else becomes a JPEG. */
  type: string
  /** The longer side, in pixels; smaller pictures stay as they are. */
  longest?: number
  /** What is covered: nothing of what was there is left in what comes out. */
  covers?: readonly PictureArea[]
}

/** The first shows no difference on a screen; the others are for pictures that came out larger than before. */
const QUALITIES = [0.88, 0.75, 0.6, 0.4]
const COVER = '#3a3a3a'

/** Draws a picture anew, upright; null where the browser cannot read it or has no room for it. */
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
      // A JPEG has no transparency; without a ground it would become black.
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
    }
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    context.fillStyle = COVER
    for (const { x, y, width, height } of covers) {
      // Whole pixels, outwards: no edge of what is covered shines through.
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
