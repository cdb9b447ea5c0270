import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { getAnswer } from '../../../src/domain/case/address.ts'
import { cleanText } from '../../../src/domain/case/cleanText.ts'
import { caseFileBytes } from '../../../src/exchange/caseFileBytes.ts'
import { fileNameOf } from '../../../src/exchange/fileName.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { CSV_STYLES, csvFile } from '../../../src/exchange/inbox/csv.ts'
import { mailAddress } from '../../../src/merchant/messages/mailAddress.ts'
import { aCase } from '../../support/aCase.ts'
import { caseFileOfCase } from '../../support/aCaseFile.ts'
import { opened } from '../../support/database.ts'
import { runs } from '../../support/runs.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

/** Text in which half a character stands alone: at the ends, twice, the wrong way round. */
const halves = fc
  .array(
    fc.oneof(
      fc.constantFrom('\ud800', '\udbff', '\udc00', '\udfff', '\udc00\ud800', '😀', 'å', ' '),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const fileOf = (current: ReturnType<typeof aCase>) => caseFileOfCase(current, '2026-11-24')
const FIELDS = ['about.company', 'request.summary', 'scope.whyNot'] as const

describe('text with half a character in it', () => {
  it('is the same in the case, in the browser and in the file, and breaks no address (I-04)', async () => {
    const storage = await opened()
    let saveNo = 0
    await fc.assert(
      fc.asyncProperty(halves, async (typed) => {
        const text = cleanText(typed)
        expect(text.isWellFormed()).toBe(true)
        const current = aCase(Object.fromEntries(FIELDS.map((field) => [field, text])))
        const kept = { case: current, place: null, lastCopyAt: null, removed: [] }
        expect((await storage.save(kept, saveNo, 1)).ok).toBe(true)
        saveNo += 1
        const stored = await storage.load(current.id)
        const read = openCaseFile(caseFileBytes(fileOf(current)))
        if (!stored.ok || read.is !== 'case') throw new Error('lost')
        expect(read.opened.unchanged).toBe(true)
        for (const field of FIELDS) {
          expect(getAnswer(stored.loaded.case.answers, field)).toBe(text)
          expect(getAnswer(read.opened.file.answers, field)).toBe(text)
        }
        // What was never cleaned, as a file of somebody else may hold it, breaks no address either.
        mailAddress(typed, typed)
        encodeURIComponent(fileNameOf(fileOf(aCase({ 'about.company': typed })), 'pdf'))
      }),
      runs(60),
    )
  })
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
const NOT_TEXT = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/

describe('text with control characters in it', () => {
  const controls = fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0x20 }).map((code) => String.fromCharCode(code)),
        fc.constantFrom('\uffff', '\ufffe', '\r\n', '\u007f', 'x', '\u2028'),
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join(''))

  it('loses them once, and what is exported of it is valid (I-06)', () => {
    fc.assert(
      fc.property(controls, (typed) => {
        const text = cleanText(typed)
        expect(text).not.toMatch(NOT_TEXT)
        expect(cleanText(text)).toBe(text)
        const current = aCase({ 'about.company': text })
        const read = openCaseFile(caseFileBytes(fileOf(current)))
        if (read.is !== 'case') throw new Error(JSON.stringify(read))
        expect(read.opened.unchanged).toBe(true)
        expect(read.opened.file.answers.about.company).toBe(text)
        // One cell in quotes, and nothing of the text outside them.
        const table = csvFile([[text]], CSV_STYLES.sv)
        expect(table.slice(1, 2) + table.slice(-3)).toBe('""\r\n')
        expect(['', "'"].map((mark) => mark + text)).toContain(table.slice(2, -3))
      }),
      runs(200),
    )
  })
})
