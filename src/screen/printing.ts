import { createContext, type ReactNode } from 'react'
import type { Address } from '../domain/case/address.ts'
import type { FileSource } from '../files/filesOfCase.ts'
import type { Spot } from '../summary/blocks.ts'

/** What a page puts beside what is read. */
export interface Beside {
  answer?: (spot: Spot) => ReactNode
  /** Beside something that is concluded. */
  point?: (spot: Spot) => ReactNode
  /** Beside a question that has no answer. */
  missing?: (spot: Spot) => ReactNode
  /** Under the heading with this id. */
  heading?: (id: string) => ReactNode
}

export interface Printing extends Beside {
  /** Where the bytes of files are. */
  source: FileSource
  /** What the id of an answer begins with, before its address. */
  prefix: string
  /** The answer that is landed on: it is there from the beginning. */
  landOn: Address | null
  /** The level of heading under which everything stands: 1 where the highest is an `h2`. */
  under: 0 | 1
}

/** No bytes are at hand. */
export const NOWHERE: FileSource = async () => null

export const PrintingContext = createContext<Printing>({
  source: NOWHERE,
  prefix: 'read-',
  landOn: null,
  under: 0,
})
