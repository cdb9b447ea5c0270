import type { Size } from './page.ts'

/** The sizes of a part of the document. */
export interface Sizes {
  body: Size
  small: Size
  large: Size
  headings: Record<1 | 2 | 3 | 4, Size & { above: number; ruled?: boolean }>
  /** Between paragraphs. */
  gap: number
}

export const FRONT_SIZES: Sizes = {
  body: { size: 8.6, leading: 11 },
  small: { size: 8, leading: 10 },
  large: { size: 12.5, leading: 15.5 },
  headings: {
    1: { size: 19, leading: 22, above: 0 },
    2: { size: 8.8, leading: 11.5, above: 3, ruled: true },
    3: { size: 8.6, leading: 11, above: 1 },
    4: { size: 8.6, leading: 11, above: 1 },
  },
  gap: 2,
}

export const BEHIND_SIZES: Sizes = {
  body: { size: 10, leading: 13.5 },
  small: { size: 9, leading: 12 },
  large: { size: 12, leading: 15 },
  headings: {
    1: { size: 20, leading: 24, above: 0 },
    2: { size: 15, leading: 19, above: 16 },
    3: { size: 12, leading: 16, above: 10 },
    4: { size: 10.5, leading: 14, above: 7 },
  },
  gap: 4,
}
