import type PDFDocument from 'pdfkit'

/** The lines of a digit as on a meter, in a field one wide and two high. */
const LINES = {
  top: [0, 0, 1, 0],
  middle: [0, 1, 1, 1],
  bottom: [0, 2, 1, 2],
  upperLeft: [0, 0, 0, 1],
  upperRight: [1, 0, 1, 1],
  lowerLeft: [0, 1, 0, 2],
  lowerRight: [1, 1, 1, 2],
} as const
const { top, middle, bottom, upperLeft, upperRight, lowerLeft, lowerRight } = LINES

const DIGITS = [
  [top, bottom, upperLeft, upperRight, lowerLeft, lowerRight],
  [upperRight, lowerRight],
  [top, middle, bottom, upperRight, lowerLeft],
  [top, middle, bottom, upperRight, lowerRight],
  [middle, upperLeft, upperRight, lowerRight],
  [top, middle, bottom, upperLeft, lowerRight],
  [top, middle, bottom, upperLeft, lowerLeft, lowerRight],
  [top, upperRight, lowerRight],
  [top, middle, bottom, upperLeft, upperRight, lowerLeft, lowerRight],
  [top, middle, bottom, upperLeft, upperRight, lowerRight],
  [top, middle, upperLeft, upperRight, lowerLeft, lowerRight],
  [middle, bottom, upperLeft, lowerLeft, lowerRight],
  [top, bottom, upperLeft, lowerLeft],
  [middle, bottom, upperRight, lowerLeft, lowerRight],
  [top, middle, bottom, upperLeft, lowerLeft],
  [top, middle, upperLeft, lowerLeft],
]

/** All in parts of the font size. */
const DIGIT = { width: 0.17, height: 0.28 }
const GAP = 0.1
const THICKNESS = 0.035
const ABOVE_BASELINE = 0.77
const BESIDE = 0.08

const digitsOf = (character: string): string => {
  const digits = (character.codePointAt(0) ?? 0).toString(16)
  return digits.padStart(digits.length > 4 ? 6 : 4, '0')
}
const boxWidth = (digits: string) => GAP + (digits.length / 2) * (DIGIT.width + GAP)
const advanceOf = (character: string) => boxWidth(digitsOf(character)) + BESIDE

/** At a font size of 1. */
export const widthOfMissing = (text: string): number => [...text].reduce((sum, each) => sum + advanceOf(each), 0)

/**
 * Draws characters that no font has as boxes with their code points, which nobody can type and which differ. Readers
 * that do not know `ActualText` find a replacement character there.
 */
export function drawMissing(
  document: PDFDocument,
  text: string,
  { x, y }: { x: number; y: number },
  size: number,
  color: string,
): void {
  document
    .save()
    .lineWidth(THICKNESS * size)
    .strokeColor(color)
  const height = 2 * DIGIT.height + 3 * GAP
  const upper = y - ABOVE_BASELINE * size
  let left = x
  for (const character of text) {
    const digits = digitsOf(character)
    const perRow = digits.length / 2
    document.rect(left, upper, boxWidth(digits) * size, height * size)
    for (const [at, digit] of [...digits].entries()) {
      const across = left + (GAP + (at % perRow) * (DIGIT.width + GAP)) * size
      const down = upper + (GAP + Math.floor(at / perRow) * (DIGIT.height + GAP)) * size
      const place = (column: number, row: number) =>
        [across + column * DIGIT.width * size, down + (row / 2) * DIGIT.height * size] as const
      for (const [fromX, fromY, toX, toY] of DIGITS[Number.parseInt(digit, 16)] ?? [])
        document.moveTo(...place(fromX, fromY)).lineTo(...place(toX, toY))
    }
    document.stroke()
    // Text render mode 3: invisible.
    document.addContent('3 Tr').font('noto', size)
    document.text('\ufffd', left, y, { lineBreak: false, baseline: 'alphabetic' })
    left += advanceOf(character) * size
  }
  document.restore()
}
