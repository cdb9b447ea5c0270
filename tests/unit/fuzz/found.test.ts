import { describe, expect, it } from 'vitest'
import { textsIn } from '../../fuzz/corpus.ts'
import { openedWell } from '../../fuzz/opened.ts'
import { dateIsWell, listIsWell, mailIsWell } from '../../fuzz/written.ts'
import { isQuick } from '../../support/isQuick.ts'

/** How what was found is read, by the ending of its name. */
const READERS: readonly (readonly [string, (bytes: Uint8Array) => string])[] = [
  ['.mail.txt', (bytes) => mailIsWell(new TextDecoder().decode(bytes), 'sv')],
  ['.list.txt', (bytes) => listIsWell(new TextDecoder().decode(bytes), 'sv')],
  ['.date.txt', (bytes) => dateIsWell(new TextDecoder().decode(bytes), 'sv')],
  ['', openedWell],
]

describe('what once broke a reader', () => {
  it.each(textsIn('found'))('is withstood: %s', async (name, bytes) => {
    const reader = READERS.find(([ending]) => name.endsWith(ending))?.[1]
    expect(await isQuick(1_000, () => expect(reader?.(bytes)).not.toBe(''))).toBe(true)
  })
})
