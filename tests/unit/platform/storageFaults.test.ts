import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setAnswer } from '../../../src/domain/case/address.ts'
import type { Case } from '../../../src/domain/case/case.ts'
import { openIndexedDbStorage } from '../../../src/platform/indexedDbStorage.ts'
import type { CaseStorage } from '../../../src/platform/storedCase.ts'
import { aCase } from '../../support/aCase.ts'
import {
  clearAll,
  closeAll,
  everything,
  freshDatabase,
  keptOf,
  letGo,
  loaded,
  opened,
  overwrite,
  records,
} from '../../support/database.ts'
import { runs } from '../../support/runs.ts'

const DAY = 24 * 60 * 60 * 1000
const NOON = Date.parse('2026-11-25T12:00:00Z')

beforeEach(freshDatabase)

const ROWS = { 'scope.deliverables': [{ title: 'Checkout' }, { title: 'Search' }, { title: 'Stock' }] }
const begun = aCase({ 'about.company': 'First' }, ROWS)
const named = (current: Case, company: string): Case => ({
  ...current,
  answers: setAnswer(current.answers, 'about.company', company),
})

/** A case that has been saved a few times and removed a row, with or without a version in between. */
async function history(storage: CaseStorage, keepsVersion: boolean): Promise<Case> {
  let current = begun
  await storage.save(keptOf(current), 0, NOON)
  current = named(current, 'Second')
  await storage.save(keptOf(current), 1, NOON + 1)
  if (keepsVersion) await storage.keepVersion(current.id, 'handOver', NOON + 2)
  const [row] = current.answers.scope.deliverables
  if (row === undefined) throw new Error('no row')
  current = setRows(current, (rows) => rows.slice(1))
  const removed = [{ list: 'scope.deliverables', row, at: 0, removedAt: 5 }] as const
  await storage.save({ ...keptOf(current), removed }, 2, NOON + 3)
  current = named(current, 'Third')
  await storage.save({ ...keptOf(current), removed }, 3, NOON + 4)
  return current
}

const setRows = (
  current: Case,
  change: (rows: Case['answers']['scope']['deliverables']) => Case['answers']['scope']['deliverables'],
): Case => ({
  ...current,
  answers: {
    ...current.answers,
    scope: { ...current.answers.scope, deliverables: change(current.answers.scope.deliverables) },
  },
})

/** The paths to everything inside a record that is a text or a number. */
const leavesOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : typeof value === 'string' || typeof value === 'number'
      ? [path]
      : []

/** The same record with one value inside it changed, as a damaged disk changes it. */
function damaged(record: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path
  if (key === undefined) return typeof record === 'number' ? record + 1 : `${record}\u0007`
  const copy = (Array.isArray(record) ? [...record] : { ...(record as object) }) as Record<string, unknown>
  copy[key] = damaged(copy[key], rest)
  return copy
}

const KEYS = new Set(['id', 'caseId', 'list', 'rowId'])

describe('a damaged record', () => {
  it.each([
    ['head', 'cases', false],
    ['head', 'cases', true],
    ['row', 'rows', false],
    ['row', 'rows', true],
    ['removed row', 'removed', false],
    ['removed row', 'removed', true],
  ] as const)(
    'of a %s is brought back from the history of saves, whatever is damaged in it, and set aside (S-09; %s, version kept: %s)',
    async (_, store, keepsVersion) => {
      const current = await history(await opened(), keepsVersion)
      const before = await loaded(await opened())
      const [record] = await records(store)
      for (const path of leavesOf(record).filter(([key]) => !KEYS.has(key ?? ''))) {
        const original = await records(store)
        await overwrite(store, damaged(record, path))
        const result = await (await opened()).load('case-1')
        expect(result, path.join('.')).toMatchObject({ ok: true })
        if (!result.ok) return
        // A time or a number beside the case may be told from its sum alone; the case itself is whole.
        expect(result.loaded.case, path.join('.')).toEqual(current)
        expect(result.loaded.removed, path.join('.')).toEqual(before.removed)
        expect(result.recoveredTo, path.join('.')).toBe(NOON + 4)
        expect(JSON.stringify(await records('quarantine'))).toContain('caseId')
        // What was brought back is what is stored now, and is saved over as ever.
        const again = await opened()
        expect(await again.load('case-1')).toEqual({ ok: true, loaded: result.loaded })
        expect(await again.save(keptOf(current), result.loaded.saveNo, NOON)).toMatchObject({ ok: true })
        freshDatabase()
        await history(await opened(), keepsVersion)
        expect((await records(store)).length).toBe(original.length)
      }
    },
    60_000,
  )

  it('that is missing altogether is brought back, too (S-09)', async () => {
    const current = await history(await opened(), false)
    const database = await openedRaw()
    const rows = await records('rows')
    const { caseId, list, rowId } = rows[0] as { caseId: string; list: string; rowId: string }
    database.transaction('rows', 'readwrite').objectStore('rows').delete([caseId, list, rowId])
    database.close()
    const result = await (await opened()).load('case-1')
    expect(result).toMatchObject({ ok: true, recoveredTo: NOON + 4, loaded: { case: current } })
  })

  it('of the history itself leaves the rows that are good as they are (S-09)', async () => {
    const current = await history(await opened(), true)
    const changes = await records('changes')
    await overwrite('changes', ...changes.map((change) => ({ ...change, digest: 'wrong' })))
    const [row] = await records('rows')
    await overwrite('rows', damaged(row, ['row', 'title']))
    const result = await (await opened()).load('case-1')
    expect(result.ok && result.loaded.case.answers).toEqual(current.answers)
  })

  it('together with all of history and every version is told, handed on, and nothing is written (S-10)', async () => {
    await history(await opened(), true)
    for (const store of ['cases', 'rows', 'changes', 'snapshots'])
      await overwrite(
        store,
        ...(await records(store)).map((record) => {
          const path = leavesOf(record).find(([key, second]) => second !== undefined && key !== 'removed')
          return damaged(record, path ?? ['digest'])
        }),
      )
    for (const record of await records('snapshots'))
      await overwrite('snapshots', { ...record, head: { ...(record.head as object), digest: 'wrong' } })
    for (const record of await records('changes')) await overwrite('changes', { ...record, head: null })
    const before = await everything()
    const result = await (await opened()).load('case-1')
    expect(result).toMatchObject({ ok: false, reason: 'unreadable' })
    expect(JSON.stringify(result)).toContain('Search')
    expect(await everything()).toBe(before)
  })

  it('of any kind, with anything in it, never throws and never gives a case that was not saved (S-09)', async () => {
    const kinds = ['cases', 'rows', 'removed', 'changes', 'snapshots'] as const
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(), fc.nat(), fc.anything()), {
          minLength: 1,
          maxLength: 4,
        }),
        async (faults) => {
          freshDatabase()
          const storage = await opened()
          const last = await history(storage, true)
          const states = [begun, named(begun, 'Second'), setRows(named(begun, 'Second'), (rows) => rows.slice(1)), last]
          for (const [store, which, where, value] of faults) {
            const all = await records(store)
            const record = all[which % all.length]
            const paths = leavesOf(record).filter((path) => !KEYS.has(path[0] ?? '') && path[0] !== 'saveNo')
            const path = paths[where % paths.length] ?? []
            if (record === undefined || path.length < 1 || ['at', 'why'].includes(path[0] ?? '')) continue
            const put = (inner: unknown, rest: readonly string[]): unknown => {
              const [key, ...more] = rest
              if (key === undefined) return structuredCloneable(value)
              const copy = (Array.isArray(inner) ? [...inner] : { ...(inner as object) }) as Record<string, unknown>
              copy[key] = put(copy[key], more)
              return copy
            }
            await overwrite(store, put(record, path))
          }
          const result = await (await opened()).load('case-1')
          if (result.ok) expect(states.map(({ answers }) => answers)).toContainEqual(result.loaded.case.answers)
          else expect(['unreadable', 'newer']).toContain(result.reason)
        },
      ),
      runs(60),
    )
  }, 120_000)
})

const structuredCloneable = (value: unknown): unknown => {
  try {
    return structuredClone(value)
  } catch {
    return null
  }
}

const openedRaw = (): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const opening = indexedDB.open('case-v1')
    opening.onsuccess = () => resolve(opening.result)
  })

describe('earlier versions', () => {
  /** @param why of those that are kept, in turn */
  const savedAt = async (storage: CaseStorage, times: readonly number[], why: 'day' | 'hour' = 'day') => {
    for (const [saveNo, at] of times.entries()) {
      await storage.save(keptOf(named(begun, `At ${at}`)), saveNo, at)
      await storage.keepVersion('case-1', why, at)
    }
  }

  it('are kept once a day, newest first, and come back as they were', async () => {
    const storage = await opened()
    await savedAt(
      storage,
      Array.from({ length: 13 }, (_, index) => NOON + index * (DAY / 4)),
    )
    const versions = await storage.versions('case-1')
    const days = versions.map(({ at }) => new Date(at).toDateString())
    expect(days).toEqual([3, 2, 1].map((day) => new Date(NOON + day * DAY).toDateString()))
    const [newest] = versions
    if (newest === undefined) throw new Error('no version')
    expect((await storage.version('case-1', newest))?.case.answers.about.company).toBe(`At ${newest.at}`)
  })

  it('of a hand-over stay, and the last thirty of those by day', async () => {
    const storage = await opened()
    await savedAt(storage, [NOON])
    await storage.keepVersion('case-1', 'handOver', NOON)
    for (let day = 1; day <= 40; day += 1) {
      await storage.save(keptOf(named(begun, `${day}`)), day, NOON + day * DAY)
      await storage.keepVersion('case-1', 'day', NOON + day * DAY)
    }
    const versions = await storage.versions('case-1')
    expect(versions.filter(({ why }) => why === 'handOver')).toHaveLength(1)
    expect(versions.filter(({ why }) => why === 'day')).toHaveLength(31)
  })

  it('of every hour, from earlier releases, are shown once a day, and go behind the next that is kept', async () => {
    const storage = await opened()
    await storage.save(keptOf(begun), 0, NOON)
    await storage.keepVersion('case-1', 'handOver', NOON)
    const [head] = await records('snapshots')
    // Four on each of two days.
    const hours = Array.from({ length: 8 }, (_, at) => NOON + Math.floor(at / 4) * DAY + (at % 4) * 60_000)
    for (const [saveNo, at] of hours.entries())
      await overwrite('snapshots', { ...(head as object), saveNo: saveNo + 2, at, why: 'hour' })
    const byHour = async () => (await storage.versions('case-1')).filter(({ why }) => why === 'hour')
    expect((await byHour()).map(({ at }) => at)).toEqual([hours[7], hours[3]])
    expect(await records('snapshots')).toHaveLength(9)
    await storage.save(keptOf(named(begun, 'Second')), 1, NOON + 2 * DAY)
    await storage.keepVersion('case-1', 'day', NOON + 2 * DAY)
    expect((await byHour()).map(({ at }) => at)).toEqual([hours[7], hours[3]])
    expect(await records('snapshots')).toHaveLength(4)
  })

  it('and the history between them stay small, however often a case is saved', async () => {
    const storage = await opened()
    for (let saveNo = 0; saveNo < 1_700; saveNo += 1) {
      await storage.save(keptOf(named(begun, `${saveNo}`)), saveNo, NOON + saveNo)
      if (saveNo % 100 === 1) await storage.keepVersion('case-1', 'day', NOON + saveNo)
    }
    expect((await records('changes')).length).toBeLessThanOrEqual(1_200)
    expect((await storage.versions('case-1')).length).toBeLessThanOrEqual(3)
    const [head] = await records('cases')
    await overwrite('cases', damaged(head, ['content', 'answers', 'about', 'company']))
    expect((await loaded(await opened())).case.answers.about.company).toBe('1699')
  }, 120_000)

  it('survive a clock that goes a day back and ten years forward: nothing is pruned, and saves keep their order (L-05)', async () => {
    const storage = await opened()
    const times = [0, 1, 2, 3, 2, 3, 4, 3650, 3651, 5].map((day) => NOON + day * DAY)
    await savedAt(storage, times)
    const versions = await storage.versions('case-1')
    expect(versions.map(({ saveNo }) => saveNo)).toEqual(
      [...versions.map(({ saveNo }) => saveNo)].sort((a, b) => b - a),
    )
    expect(versions.length).toBeGreaterThanOrEqual(8)
    expect((await loaded(await opened())).case.answers.about.company).toBe(`At ${NOON + 5 * DAY}`)
  })

  it('go with their case', async () => {
    const storage = await opened()
    await history(storage, true)
    await storage.remove('case-1')
    for (const store of ['changes', 'snapshots', 'quarantine', 'rows']) expect(await records(store)).toEqual([])
  })
})

describe('a browser that does not do what it should', () => {
  it('writes something else than it was given: nothing of that save counts (S-18)', async () => {
    const storage = await opened()
    await storage.save(keptOf(begun), 0, 1)
    const before = await everything()
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, record: unknown) {
      return put.call(
        this,
        this.name === 'cases' ? damaged(record, ['content', 'answers', 'about', 'company']) : record,
      )
    }
    expect(await storage.save(keptOf(named(begun, 'Second')), 1, 2)).toEqual({ ok: false, reason: 'error' })
    IDBObjectStore.prototype.put = put
    expect(await everything()).toBe(before)
    expect(await storage.save(keptOf(named(begun, 'Second')), 1, 3)).toMatchObject({ ok: true })
  })

  it('ends a transaction with nothing but an abort: it is never called saved, and the next one is (S-06)', async () => {
    const storage = await opened()
    await storage.save(keptOf(begun), 0, 1)
    const add = IDBObjectStore.prototype.add
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, record: unknown) {
      const request = add.call(this, record)
      request.addEventListener('success', () => this.transaction.abort())
      return request
    }
    expect(await storage.save(keptOf(named(begun, 'Second')), 1, 2)).toEqual({ ok: false, reason: 'error' })
    IDBObjectStore.prototype.add = add
    expect((await loaded(await opened())).case).toEqual(begun)
    expect(await storage.save(keptOf(named(begun, 'Second')), 1, 3)).toMatchObject({ ok: true })
  })

  it('reads nothing: a case is told as not read this time, and is there when it reads again (S-11)', async () => {
    const storage = await opened()
    await storage.save(keptOf(begun), 0, 1)
    const transaction = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('late', 'UnknownError')
    }
    expect(await storage.load(begun.id)).toEqual({ ok: false, reason: 'failed' })
    expect(await storage.load(begun.id, 'reading')).toEqual({ ok: false, reason: 'failed' })
    IDBDatabase.prototype.transaction = transaction
    expect((await loaded(storage)).case).toEqual(begun)
  })

  it('closes the connection: it is opened anew once, silently, and the save goes through (S-15)', async () => {
    const storage = await opened()
    await storage.save(keptOf(begun), 0, 1)
    await closeAll()
    expect(await storage.save(keptOf(named(begun, 'Second')), 1, 2)).toMatchObject({ ok: true, saveNo: 2 })
  })

  it('throws everything away: the case that is open is written anew and whole (S-16)', async () => {
    const storage = await opened()
    await storage.save(keptOf(begun), 0, 1)
    await storage.save(keptOf(named(begun, 'Second')), 1, 2)
    const heard: string[] = []
    storage.watch((event) => heard.push(event))
    await clearAll()
    await vi.waitFor(() => expect(heard).toEqual(['emptied']))
    const third = named(begun, 'Third')
    expect(await storage.save(keptOf(third), 2, 3)).toMatchObject({ ok: true, saveNo: 3, recreated: true })
    expect((await loaded(await opened())).case).toEqual(third)
    // A case that somebody has deleted is not brought back by a save.
    await storage.remove('case-1')
    expect(await storage.save(keptOf(third), 3, 4)).toEqual({ ok: false, reason: 'deleted' })
  })

  it('has a case of a newer version: it is not read, not written, and says so (S-13)', async () => {
    const storage = await opened()
    await storage.save(keptOf(begun), 0, 1)
    const [head] = await records('cases')
    await overwrite('cases', { ...head, formatVersion: 2, somethingNew: true })
    const before = await everything()
    expect(await (await opened()).load('case-1')).toEqual({ ok: false, reason: 'newer' })
    expect(await everything()).toBe(before)
  })

  it('has a database of a newer version: it is not opened, and says so (S-13)', async () => {
    await opened()
    letGo()
    await new Promise<void>((resolve) => {
      const newer = indexedDB.open('case-v1', 99)
      newer.onsuccess = () => {
        newer.result.close()
        resolve()
      }
    })
    expect(await openIndexedDbStorage()).toBe('newer')
  })

  it('cannot make an older database newer: that one stays as it is, byte for byte (S-12)', async () => {
    const create = IDBDatabase.prototype.createObjectStore
    // A database as an earlier release left it.
    IDBDatabase.prototype.createObjectStore = function (this: IDBDatabase, name, options) {
      return ['snapshots', 'quarantine'].includes(name) ? (undefined as never) : create.call(this, name, options)
    }
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = (name) => open(name, 3)
    const older = await opened()
    await older.save(keptOf(begun), 0, 1)
    letGo()
    indexedDB.open = open
    const before = JSON.stringify([await records('cases'), await records('rows')])
    IDBDatabase.prototype.createObjectStore = () => {
      throw new DOMException('poisoned', 'ConstraintError')
    }
    expect(await openIndexedDbStorage()).toBe('upgrade')
    IDBDatabase.prototype.createObjectStore = create
    expect(JSON.stringify([await records('cases'), await records('rows')])).toBe(before)
    expect((await loaded(await opened())).case).toEqual(begun)
  })
})
