import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { setAnswer } from '../../../src/domain/case/address.ts'
import { emptyRow } from '../../../src/domain/case/answers.ts'
import { withRow } from '../../../src/domain/case/case.ts'
import { withRowMoved } from '../../../src/domain/case/removedRows.ts'
import { crc32 } from '../../../src/platform/crc32.ts'
import { openIndexedDbStorage } from '../../../src/platform/indexedDbStorage.ts'
import { aCase, withoutRow } from '../../support/aCase.ts'
import { anyCase } from '../../support/anyCase.ts'
import { closeAll, freshDatabase, keptOf, loaded, opened, overwrite, records } from '../../support/database.ts'
import { runs } from '../../support/runs.ts'

beforeEach(freshDatabase)

const aRow = (title: string) => ({ ...emptyRow('scope.deliverables'), title })

describe('what is kept in the browser', () => {
  it('comes back as it was, any case, over any number of saves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCase, { minLength: 1, maxLength: 4 }), async (cases) => {
        freshDatabase()
        const storage = await opened()
        for (const [saveNo, current] of cases.entries()) {
          expect(await storage.save(keptOf(current), saveNo, saveNo + 1)).toMatchObject({
            ok: true,
            saveNo: saveNo + 1,
          })
          const again = await opened()
          expect((await loaded(again, 'any')).case).toEqual(current)
        }
      }),
      runs(25),
    )
  })

  it('is read as it is today where an earlier version wrote it, with what was removed, and written as it is read', async () => {
    const estimate = { low: 1, likely: 2, high: 3, currency: 'SEK' }
    const cost = 'Estimated cost: at least 1, most likely 2, at most 3 SEK'
    const current = aCase({ 'about.company': 'Nordfjäll' }, { 'examples.items': [{ title: 'Kassan' }, {}] })
    const [first, second] = current.answers.examples.items
    if (first === undefined || second === undefined) throw new Error('no examples')
    const { about, examples } = current.answers
    const formerly = (row: typeof first) => Object.assign({ estimate }, row)
    const former = {
      ...current,
      answers: {
        ...current.answers,
        about: Object.assign({ done: 'yes' }, about),
        examples: Object.assign({ done: 'no' }, examples, { items: [formerly(first)] }),
      },
    }
    const removed = [{ list: 'examples.items', row: formerly(second), at: 1, removedAt: 7 }] as const
    const storage = await opened()
    await storage.save({ ...keptOf(former), removed }, 0, 1)
    const back = await loaded(await opened())
    const items = [{ ...first, impact: cost }]
    expect(back.case.answers).toEqual({
      ...current.answers,
      examples: { items, applies: null, whyNot: null },
    })
    expect(back.removed.map(({ row }) => row)).toEqual([{ ...second, impact: cost }])

    const changed = {
      ...back.case,
      answers: setAnswer(back.case.answers, 'examples.items.row-1.title', 'Köp'),
    }
    await (await opened()).save({ ...back, case: changed }, 1, 2)
    expect((await loaded(await opened())).case).toEqual(changed)
    expect(JSON.stringify(await records('rows'))).not.toContain('estimate')
  })
  it('keeps rows in their order when they are added, moved and removed', async () => {
    const storage = await opened()
    let current = aCase({}, { 'scope.deliverables': [{ title: 'a' }, { title: 'b' }, { title: 'c' }] })
    await storage.save(keptOf(current), 0, 1)
    const up = { list: 'scope.deliverables', rowId: 'row-3', by: -1 } as const
    current = withRowMoved(current, [], up)?.case ?? current
    await storage.save(keptOf(current), 1, 2)
    current = withoutRow(withRow(current, 'scope.deliverables', 'row-4', aRow('d')), 'scope.deliverables', 'row-1')
    await storage.save(keptOf(current), 2, 3)
    const back = await loaded(await opened(), 'case-1')
    expect(back.case.answers.scope.deliverables.map(({ title }) => title)).toEqual(['c', 'b', 'd'])
  })

  it('writes only the row that changed', async () => {
    const storage = await opened()
    const rows = Array.from({ length: 50 }, (_, at) => ({ title: `Row ${at}` }))
    const current = aCase({}, { 'scope.deliverables': rows })
    await storage.save(keptOf(current), 0, 1)
    const puts: string[] = []
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
      puts.push(this.name)
      return put.apply(this, given)
    }
    const answers = setAnswer(current.answers, 'scope.deliverables.row-7.title', 'Changed')
    await storage.save(keptOf({ ...current, answers }), 1, 2)
    IDBObjectStore.prototype.put = put
    expect(puts).toEqual(['cases', 'rows'])
  })

  it('writes all of a save or nothing, and goes on after the fault', async () => {
    const storage = await opened()
    const current = aCase({}, { 'scope.deliverables': [{ title: 'a' }] })
    await storage.save(keptOf(current), 0, 1)
    const changed = { ...current, answers: setAnswer(current.answers, 'scope.deliverables.row-1.title', 'b') }
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
      if (this.name === 'rows') throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, given)
    }
    expect(await storage.save(keptOf(changed), 1, 2)).toEqual({ ok: false, reason: 'quota' })
    IDBObjectStore.prototype.put = put
    expect((await loaded(await opened(), 'case-1')).case).toEqual(current)
    expect(await storage.save(keptOf(changed), 1, 3)).toMatchObject({ ok: true, saveNo: 2 })
    expect((await loaded(await opened(), 'case-1')).case).toEqual(changed)
  })

  it('does not write over what another tab has saved', async () => {
    const [here, there] = [await opened(), await opened()]
    const current = aCase({ 'about.company': 'First' })
    await here.save(keptOf(current), 0, 1)
    await there.load('case-1')
    const changed = (company: string) =>
      keptOf({ ...current, answers: setAnswer(current.answers, 'about.company', company) })
    expect(await there.save(changed('There'), 1, 2)).toMatchObject({ ok: true })
    expect(await here.save(changed('Here'), 1, 3)).toEqual({ ok: false, reason: 'conflict' })
    expect((await loaded(await opened(), 'case-1')).case.answers.about.company).toBe('There')
  })

  it('keeps what was removed until the case goes, and then nothing', async () => {
    const storage = await opened()
    const row = { id: 'gone', code: 9, title: 'Removed' }
    const removed = [{ list: 'scope.deliverables', row, at: 0, removedAt: 5 }] as const
    await storage.save({ ...keptOf(aCase()), removed, place: '/case/case-1/problem/what', lastCopyAt: 7 }, 0, 1)
    const back = await loaded(await opened(), 'case-1')
    expect(back).toMatchObject({ removed, place: '/case/case-1/problem/what', lastCopyAt: 7 })
    await storage.remove('case-1')
    for (const store of ['cases', 'rows', 'removed', 'changes']) expect(await records(store)).toEqual([])
    expect(await storage.save(keptOf(aCase()), 0, 9)).toMatchObject({ ok: true })
    await storage.remove('case-1')
    expect(await storage.load('case-1')).toEqual({ ok: false, reason: 'missing' })
  })

  it('lists cases by their last save, with the name that the merchant gave', async () => {
    const storage = await opened()
    await storage.save(keptOf({ ...aCase({ 'about.company': 'Old' }), id: 'old' }), 0, 1)
    await storage.save(keptOf({ ...aCase({ 'about.company': 'New' }), id: 'new' }), 0, 2)
    await storage.save(keptOf({ ...aCase({ 'about.partnerCompany': 'Partner' }), id: 'begun' }), 0, 3)
    await storage.save(keptOf({ ...aCase({ 'about.company': ' ' }), id: 'empty' }), 0, 4)
    expect((await storage.list()).map(({ id, company, partner }) => [id, company, partner])).toEqual([
      ['empty', null, null],
      ['begun', null, 'Partner'],
      ['new', 'New', null],
      ['old', 'Old', null],
    ])
  })

  it('opens its connection anew when it was closed under it', async () => {
    const storage = await opened()
    await storage.save(keptOf(aCase()), 0, 1)
    await closeAll()
    const named = keptOf(aCase({ 'about.company': 'Named' }))
    expect(await storage.save(named, 1, 2)).toMatchObject({ ok: true, saveNo: 2 })
    expect((await loaded(await opened(), 'case-1')).case.answers.about.company).toBe('Named')
  })

  it('keeps the files of each case apart, once each, and takes them away with it', async () => {
    const storage = await opened()
    const [one, other] = [new Uint8Array([1, 2, 3]), new Uint8Array([4])]
    for (const id of ['case-1', 'case-2', 'case-1'])
      expect(await storage.keepFile(id, 'a'.repeat(64), one, 1)).toEqual({ ok: true })
    await storage.keepFile('case-1', 'b'.repeat(64), other, 1)
    expect(await records('blobs')).toHaveLength(3)
    expect(await storage.file('case-1', 'b'.repeat(64))).toEqual(other)
    expect(await storage.file('case-2', 'b'.repeat(64))).toBeNull()
    await storage.remove('case-1')
    expect(await storage.file('case-1', 'a'.repeat(64))).toBeNull()
    expect(await storage.file('case-2', 'a'.repeat(64))).toEqual(one)
  })

  it('lets the bytes of a file go with the save that no longer names it, and not where that save is refused', async () => {
    const file = { id: 'f', name: 'a', type: 'text/plain', size: 1, sha256: 'a'.repeat(64), shows: null }
    const other = { ...file, sha256: 'b'.repeat(64) }
    const current = { ...aCase(), evidence: [file] }
    const [mine, theirs] = [await opened(), await opened()]
    await mine.keepFile(current.id, file.sha256, new Uint8Array([1]), 1)
    await mine.save(keptOf(current), 0, 1)
    await loaded(theirs, current.id)
    await mine.save(keptOf({ ...current, language: 'sv' }), 1, 2)
    await theirs.keepFile(current.id, other.sha256, new Uint8Array([2]), 3)
    expect(await theirs.save(keptOf({ ...current, evidence: [other] }), 1, 3)).toMatchObject({
      reason: 'conflict',
    })
    expect(await mine.file(current.id, file.sha256)).not.toBeNull()
    expect(await mine.save(keptOf({ ...current, evidence: [other] }), 2, 4)).toMatchObject({ ok: true })
    expect(await mine.file(current.id, file.sha256)).toBeNull()
    expect(await mine.file(current.id, other.sha256)).not.toBeNull()
  })

  it('takes away what no case has named for a day, and nothing younger', async () => {
    const storage = await opened()
    const DAY = 24 * 60 * 60 * 1000
    const file = { id: 'f', name: 'a', type: 'text/plain', size: 1, sha256: 'a'.repeat(64), shows: null }
    const current = { ...aCase(), evidence: [file] }
    await storage.save(keptOf(current), 0, 1)
    for (const [id, sum] of [
      [current.id, 'a'],
      [current.id, 'b'],
      ['gone', 'c'],
    ] as const)
      await storage.keepFile(id, sum.repeat(64), new Uint8Array([1]), 1_000)
    await storage.sweep(1_000 + DAY)
    expect(await records('blobs')).toHaveLength(3)
    await storage.sweep(1_001 + DAY)
    expect((await records('blobs')).map(({ sha256 }) => sha256)).toEqual(['a'.repeat(64)])
  })

  it('gives a browser of before the files what it lacks, and keeps what it has', async () => {
    const before = await opened()
    await before.save(keptOf(aCase({ 'about.company': 'Nordfjäll' })), 0, 1)
    const [cases, rows, removed, changes] = await Promise.all(
      ['cases', 'rows', 'removed', 'changes'].map((store) => records(store)),
    )
    freshDatabase()
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('case-v1', 1)
      opening.onupgradeneeded = () => {
        const database = opening.result
        database.createObjectStore('cases', { keyPath: 'id' })
        for (const [store, key] of [
          ['rows', ['caseId', 'list', 'rowId']],
          ['removed', ['caseId', 'rowId']],
        ] as const)
          database.createObjectStore(store, { keyPath: [...key] }).createIndex('byCase', 'caseId')
        database.createObjectStore('changes', { keyPath: ['caseId', 'saveNo'] })
      }
      opening.onsuccess = () => {
        opening.result.close()
        resolve()
      }
    })
    const given = { cases, rows, removed, changes }
    for (const [store, all] of Object.entries(given)) for (const record of all ?? []) await overwrite(store, record)
    const storage = await opened()
    expect((await loaded(storage, 'case-1')).case.answers.about.company).toBe('Nordfjäll')
    expect(await storage.keepFile('case-1', 'a'.repeat(64), new Uint8Array([1]), 1)).toEqual({ ok: true })
  })

  it('says that it is refused where the browser refuses, and never throws', async () => {
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('no', 'SecurityError')
      },
    } as never
    expect(await openIndexedDbStorage()).toBe('refused')
  })

  it('takes the CRC-32 that everybody takes', () => {
    expect(crc32('123456789')).toBe('cbf43926')
    expect(crc32('')).toBe('00000000')
  })
})
