// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ReceivedCase, type ReplySummary, readSummaries } from '../../../src/domain/inbox/receivedCase.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { memoryStorage } from '../../../src/platform/memoryStorage.ts'
import { browserPreferences } from '../../../src/platform/preferences.ts'
import { type ReceivedFiles, receivedFiles } from '../../../src/platform/receivedStore.ts'
import type { CaseStorage } from '../../../src/platform/storedCase.ts'
import { deskNotes, draftKind, notesKind } from '../../../src/store/inboxNotes.ts'
import { type Desk, deskOf } from '../../../src/store/inboxStore.ts'
import { aReceived } from '../../support/aReceived.ts'

const summary = (caseId: string, more: Partial<ReceivedCase> = {}) =>
  aReceived({ caseId, fileName: 'case.json', ...more })
const reply = (replyId: string, caseId = 'c1'): ReplySummary => ({
  replyId,
  caseId,
  revision: 1,
  writtenOn: '2026-11-21',
  verdict: 'needMore',
  nextWordBy: null,
  questions: 0,
})
const readIn = (each: ReceivedCase) => ({ summary: each, file: new Blob(['{}']) })

let storage: CaseStorage
let files: ReceivedFiles
/** The cases whose files this browser keeps, as their summaries say. */
const keptCases = async () => {
  const kept: ReceivedCase[] = []
  for await (const some of files.summaries()) kept.push(...readSummaries(some))
  return kept.map(({ caseId }) => caseId).sort()
}
/** A tab of its own over the same browser. */
const tab = (received: () => Promise<ReceivedFiles> = async () => files): Desk => {
  const desk = deskOf({
    interview: async () => interview,
    storage,
    clock: { today: () => '2026-11-25', now: () => 0 },
    newId: () => 'id',
    preferences: browserPreferences(),
    received,
  })
  open.push(desk)
  return desk
}
const open: Desk[] = []
afterEach(() => {
  for (const desk of open.splice(0)) desk.close()
})

beforeEach(async () => {
  localStorage.clear()
  storage = { ...memoryStorage(), keeps: true }
  globalThis.indexedDB = new IDBFactory()
  files = await receivedFiles()
})

describe('the account manager’s desk', () => {
  it('has the whole file of two with the same content, whichever came first', async () => {
    for (const first of [true, false]) {
      const desk = tab()
      await desk.add([readIn(summary('c1', { rescued: first }))], [])
      await desk.add([readIn(summary('c1', { rescued: !first }))], [])
      expect(desk.store.getState().cases.map(({ rescued }) => rescued)).toEqual([false])
    }
  })

  it('keeps nothing before it is asked to', async () => {
    const desk = tab()
    await desk.add([readIn(summary('c1'))], [reply('r1')])
    await desk.notes.keepNote(desk.owner, notesKind('c1'), 'mine')
    expect(await keptCases()).toEqual([])
    expect((await storage.notes(desk.owner)).size).toBe(0)
  })

  it('keeps what is there and what comes, and another day finds it', async () => {
    const desk = tab()
    await desk.add([readIn(summary('c1'))], [reply('r1')])
    await desk.setKept(true)
    await desk.add([readIn(summary('c2'))], [reply('r2', 'c2')])
    const later = tab()
    await later.load()
    expect(later.store.getState().cases.map(({ caseId }) => caseId)).toEqual(['c1', 'c2'])
    expect(
      later.store
        .getState()
        .replies.map(({ replyId }) => replyId)
        .sort(),
    ).toEqual(['r1', 'r2'])
    expect((await later.fileOf({ caseId: 'c1', digest: 'd1' }))?.name).toBe('case.json')
  })

  it('loses no reply of another tab, nor of a time before it was read', async () => {
    await tab().setKept(true)
    const [one, other] = [tab(), tab()]
    await one.add([], [reply('r1')])
    await other.add([], [reply('r2')])
    const later = tab()
    await later.load()
    expect(later.store.getState().replies).toHaveLength(2)
  })

  it('keeps the others where one file has gone from the disk, and says so', async () => {
    const desk = tab()
    const gone = { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) } as Blob
    await desk.add([{ summary: summary('c1'), file: gone }, readIn(summary('c2'))], [])
    await desk.setKept(true)
    expect(await keptCases()).toEqual(['c2'])
    expect(desk.store.getState().failed).toBe('keep')
  })

  it('has nothing left in the browser after it was turned off, however quickly', async () => {
    const desk = tab()
    await desk.add(
      Array.from({ length: 50 }, (_, at) => readIn(summary(`c${at}`))),
      [reply('r1')],
    )
    await desk.notes.keepNote(desk.owner, notesKind('c1'), 'mine')
    await Promise.all([desk.setKept(true), desk.setKept(false)])
    expect(await keptCases()).toEqual([])
    expect((await storage.notes(desk.owner)).size).toBe(0)
    // What is open is here until the page is closed.
    expect(await desk.notes.note(desk.owner, notesKind('c1'))).toBe('mine')
    expect(await desk.fileOf({ caseId: 'c1', digest: 'd1' })).not.toBeNull()
  })

  it('keeps what it has, and finds what is kept, once another tab has turned it on', async () => {
    const [one, other] = [tab(), tab()]
    await one.load()
    await one.add([readIn(summary('c1'))], [reply('r1')])
    await other.add([readIn(summary('c2'))], [])
    await other.setKept(true)
    window.dispatchEvent(new StorageEvent('storage', { key: 'keepReceived', newValue: 'on' }))
    await expect.poll(keptCases).toEqual(['c1', 'c2'])
    await expect
      .poll(() =>
        one.store
          .getState()
          .cases.map(({ caseId }) => caseId)
          .sort(),
      )
      .toEqual(['c1', 'c2'])
  })

  it('reads thousands, a thousand at a time', async () => {
    await tab().setKept(true)
    await tab().add(
      Array.from({ length: 2_001 }, (_, at) => readIn(summary(`c${at}`))),
      [],
    )
    const sizes: number[] = []
    for await (const some of files.summaries()) sizes.push(some.length)
    expect(sizes).toEqual([1_000, 1_000, 1])
    expect(await files.count()).toBe(2_001)
    const desk = tab()
    await desk.load()
    expect(desk.store.getState().cases).toHaveLength(2_001)
  })

  it('says that it is still kept where it cannot be removed, and removes it the next time', async () => {
    const desk = tab()
    await desk.setKept(true)
    await desk.add([readIn(summary('c1'))], [])
    await desk.notes.keepNote(desk.owner, notesKind('c1'), 'Call them.')
    const { forgetAll } = files
    const { keepNote } = storage
    const fails: (() => void)[] = [
      () => Object.assign(storage, { keepNote: async () => ({ ok: false, reason: 'error' }) }),
      () => Object.assign(files, { forgetAll: () => Promise.reject(new Error('late')) }),
    ]
    for (const fail of fails) {
      fail()
      await desk.setKept(false)
      expect(desk.store.getState()).toMatchObject({ isKept: true, failed: 'remove' })
      expect(await keptCases()).toEqual(['c1'])
      Object.assign(files, { forgetAll })
      Object.assign(storage, { keepNote })
    }
    await desk.setKept(false)
    expect(desk.store.getState()).toMatchObject({ isKept: false, failed: null })
    expect(await keptCases()).toEqual([])
    expect([...(await storage.notes(desk.owner)).values()].join('')).toBe('')
  })

  it('tries again to read what it could not', async () => {
    await tab().setKept(true)
    await tab().add([readIn(summary('c1'))], [])
    const desk = tab()
    const { summaries } = files
    files.summaries = () => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('busy')) }),
    })
    await desk.load()
    expect(desk.store.getState()).toMatchObject({ cases: [], failed: 'read' })
    files.summaries = summaries
    await desk.load()
    expect(desk.store.getState().cases).toHaveLength(1)
    expect(desk.store.getState().failed).toBeNull()
  })

  it('tries again to open the place itself, and says meanwhile that a file is not at hand', async () => {
    await tab().setKept(true)
    await tab().add([readIn(summary('c1'))], [])
    let times = 0
    const desk = tab(() => {
      times += 1
      return times < 3 ? Promise.reject(new Error('late')) : Promise.resolve(files)
    })
    await desk.load()
    expect(await desk.fileOf(summary('c1'))).toBeNull()
    await desk.load()
    expect(desk.store.getState().cases.map(({ caseId }) => caseId)).toEqual(['c1'])
    expect(await desk.fileOf(summary('c1'))).not.toBeNull()
  })

  it('takes a case off the list, puts it back, and forgets it with its texts when the list is left', async () => {
    const desk = tab()
    await desk.setKept(true)
    await desk.add([readIn(summary('c1')), readIn(summary('c12'))], [reply('r1')])
    for (const kind of [notesKind('c1'), draftKind('c1', 'd1'), notesKind('c12')])
      await desk.notes.keepNote(desk.owner, kind, 'words')
    desk.hide('c1')
    desk.show('c1')
    await desk.forgetHidden()
    expect(await keptCases()).toEqual(['c1', 'c12'])
    desk.hide('c1')
    await desk.forgetHidden()
    expect(await keptCases()).toEqual(['c12'])
    expect([...(await storage.notes(desk.owner)).keys()]).toEqual([notesKind('c12')])
  })

  it('counts the hand-over where a copy with the same content was read before', async () => {
    const desk = tab()
    await desk.add([readIn(summary('c1', { purpose: 'copy', revision: 0 }))], [])
    await desk.add([readIn(summary('c1'))], [])
    await desk.add([readIn(summary('c1', { purpose: 'copy', revision: 0 }))], [])
    expect(desk.store.getState().cases).toEqual([summary('c1')])
  })
})

describe('the texts of an account manager', () => {
  it('are still unkept where the browser could not keep them', async () => {
    const full = { ...storage, keepNote: async () => ({ ok: false, reason: 'quota' }) as const }
    const notes = deskNotes(full, () => true)
    expect(await notes.keepNote('me', notesKind('c1'), 'words')).toMatchObject({ ok: false })
    expect(notes.hasUnkept()).toBe(true)
  })

  it('never write over what another tab has written', async () => {
    const [one, other] = [deskNotes(storage, () => true), deskNotes(storage, () => true)]
    await one.note('me', notesKind('c1'))
    await other.note('me', notesKind('c1'))
    expect(await one.keepNote('me', notesKind('c1'), 'a long note')).toEqual({ ok: true })
    expect(await other.keepNote('me', notesKind('c1'), 'x')).toMatchObject({ ok: false })
    expect(await storage.note('me', notesKind('c1'))).toBe('a long note')
    expect(other.hasUnkept()).toBe(true)
  })

  it('are kept one after the other, the last one last', async () => {
    const notes = deskNotes(storage, () => true)
    await Promise.all(['a', 'ab', 'abc'].map((text) => notes.keepNote('me', notesKind('c1'), text)))
    expect(await storage.note('me', notesKind('c1'))).toBe('abc')
    expect(notes.hasUnkept()).toBe(false)
  })

  it('are empty where something else than text is kept', async () => {
    const broken = { ...storage, note: async () => 7 as unknown as string }
    expect(await deskNotes(broken, () => true).note('me', 'stock')).toBe('')
  })
})
