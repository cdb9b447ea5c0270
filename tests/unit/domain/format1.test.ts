import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCaseFile } from '../../../src/domain/case/readCaseFile.ts'

const folder = new URL('../../cases/format1/', import.meta.url)

type Row = Record<string, unknown>
type Area = Record<string, unknown> & { items?: Row[] }

/** A file of format 1 as it was written, and as it is read today. */
function both(name: string) {
  const written: { answers: Record<string, Area> } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
  const read = readCaseFile(structuredClone(written))
  if (!read.ok) throw new Error(`${name}: ${read.error.reason}`)
  return { written, read: read.file }
}

describe('a file of format 1', () => {
  it.each(readdirSync(folder))('%s keeps every answer but the ticks of finished parts', (name) => {
    const { written, read } = both(name)
    for (const [area, { done: _, ...fields }] of Object.entries(written.answers)) {
      expect(read.answers).toHaveProperty(area, expect.objectContaining(fields))
      expect(read.answers).not.toHaveProperty([area, 'done'])
    }
  })

  it('that has "done" where format 1 had none keeps it by value', () => {
    const { written } = both('C1.json')
    const odd = { ...written, answers: { ...written.answers, mood: { done: 'really' } } }
    expect(readCaseFile(odd)).toMatchObject({ ok: true, file: { answers: { mood: { done: 'really' } } } })
  })
})
