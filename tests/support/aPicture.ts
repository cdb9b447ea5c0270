import type { Page } from '@playwright/test'

/** A picture drawn by the browser: red on the left, blue on the right, with some noise so that it weighs something. */
export async function drawnPicture(
  page: Page,
  width: number,
  height: number,
  type: 'image/jpeg' | 'image/png' | 'image/webp',
): Promise<Buffer> {
  const address = await page.evaluate(
    ([wide, high, kind]) => {
      const canvas = document.createElement('canvas')
      canvas.width = wide
      canvas.height = high
      const context = canvas.getContext('2d') as CanvasRenderingContext2D
      context.fillStyle = '#c00'
      context.fillRect(0, 0, wide, high)
      context.fillStyle = '#00c'
      context.fillRect(wide / 2, 0, wide / 2, high)
      for (let at = 0; at < 400; at += 1) {
        context.fillStyle = `rgb(${(at * 37) % 255} ${(at * 91) % 255} ${(at * 17) % 255})`
        context.fillRect((at * 997) % wide, (at * 613) % (high / 4), 9, 9)
      }
      return canvas.toDataURL(kind, 0.95)
    },
    [width, height, type] as const,
  )
  return Buffer.from(address.split(',')[1] ?? '', 'base64')
}

/** EXIF with a position, as a phone writes it: a list that leads to a second one. */
export function exifWithPosition(): Buffer {
  const tiff = Buffer.alloc(26 + 2 + 2 * 12 + 4)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x8825, 10)
  tiff.writeUInt16LE(4, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt32LE(26, 18)
  tiff.writeUInt16LE(2, 26)
  for (const [at, tag] of [1, 3].entries()) {
    tiff.writeUInt16LE(tag, 28 + at * 12)
    tiff.writeUInt16LE(2, 30 + at * 12)
    tiff.writeUInt32LE(2, 32 + at * 12)
    tiff.write(tag === 1 ? 'N\0' : 'E\0', 36 + at * 12, 'latin1')
  }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}

/** The same JPEG with one more part before the picture. */
function withPart(jpeg: Buffer, marker: number, part: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(marker, 0)
  head.writeUInt16BE(part.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, part, jpeg.subarray(2)])
}

/** The same JPEG as a phone would have taken it: with a position. */
export const withPosition = (jpeg: Buffer): Buffer => withPart(jpeg, 0xffe1, exifWithPosition())

/** The same JPEG as an archive of pictures gives it out: with one entry of IPTC, such as 90, the city. */
export function withIptc(jpeg: Buffer, number: number, text: string): Buffer {
  const value = Buffer.from(text, 'utf8')
  const entry = Buffer.concat([Buffer.from([0x1c, 2, number, 0, value.length]), value])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(entry.length, 0)
  // Another resource stands before it, with a name and an odd length.
  const before = Buffer.from('8BIM\x03\xed\x03abc\0\0\0\x01x\0', 'latin1')
  const iptc = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), size, entry])
  return withPart(jpeg, 0xffed, Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), before, iptc]))
}

/** XMP with one property, as Adobe's programs write it. */
export const xmpWith = (property: string): string =>
  `<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description rdf:about=''>${property}</rdf:Description></rdf:RDF></x:xmpmeta>`

/** The same JPEG with XMP in it. */
export const withXmp = (jpeg: Buffer, property: string): Buffer =>
  withPart(jpeg, 0xffe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmpWith(property)}`, 'utf8'))

/** A picture full of small things, packed so tightly that packing it again with care makes it larger. */
export async function tightlyPacked(page: Page, width: number, height: number): Promise<Buffer> {
  const address = await page.evaluate(
    ([wide, high]) => {
      const canvas = document.createElement('canvas')
      canvas.width = wide
      canvas.height = high
      const context = canvas.getContext('2d') as CanvasRenderingContext2D
      for (let at = 0; at < 150_000; at += 1) {
        context.fillStyle = `rgb(${(at * 37) % 255} ${(at * 91) % 255} ${(at * 17) % 255})`
        context.fillRect((at * 7919) % wide, (at * 104_729) % high, 7, 7)
      }
      return canvas.toDataURL('image/jpeg', 0.3)
    },
    [width, height] as const,
  )
  return Buffer.from(address.split(',')[1] ?? '', 'base64')
}
