// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { setAnswer } from '../../../src/domain/case/address.ts'
import type { Case } from '../../../src/domain/case/case.ts'
import { readReplies } from '../../../src/domain/reply/readReply.ts'
import { deskNotes } from '../../../src/store/inboxNotes.ts'
import { aCase } from '../../support/aCase.ts'
import { aReply } from '../../support/aReply.ts'
import { freshDatabase, keptOf, loaded, opened, overwrite, records } from '../../support/database.ts'

const NOON = Date.parse('2026-11-25T12:00:00Z')
const begun = aCase({ 'about.company': 'First' })
const named = (company: string): Case => ({
  ...begun,
  answers: setAnswer(begun.answers, 'about.company', company),
})
const company = ({ case: { answers } }: { case: Case }) => answers.about.company
const kept = () => Object.keys(localStorage).filter((name) => name.startsWith('unsaved'))

beforeEach(() => {
  freshDatabase()
  localStorage.clear()
})

/** A page that has saved once, and goes with words that are not saved. */
async function leftWith(words: string) {
  const storage = await opened()
  await storage.save(keptOf(begun), 0, NOON)
  await storage.load('case-1')
  storage.keepLastWords(keptOf(named(words)), 2, NOON + 1_000)
  return storage
}

describe('words that are not saved when a page goes', () => {
  it('are there at the next opening, saved, and taken in once', async () => {
    await leftWith('Second')
    const next = await opened()
    expect(company(await loaded(next))).toBe('Second')
    expect(kept()).toEqual([])
    expect(company(await loaded(await opened()))).toBe('Second')
    // What is written after them stays.
    expect(await next.save(keptOf(named('Third')), 2, NOON + 2_000)).toMatchObject({ ok: true, saveNo: 3 })
    expect(company(await loaded(await opened()))).toBe('Third')
  })

  it('are forgotten when the save has come through after all', async () => {
    const storage = await leftWith('Second')
    expect(await storage.save(keptOf(named('Second')), 1, NOON + 1_000)).toMatchObject({ ok: true })
    expect(kept()).toEqual([])
  })

  it('are not taken in again when it came through without the page hearing of it', async () => {
    await leftWith('Second')
    const words = Object.entries({ ...localStorage })
    const next = await opened()
    await loaded(next)
    await next.save(keptOf(named('Third')), 2, NOON + 2_000)
    for (const [name, text] of words) localStorage.setItem(name, text)
    expect(await (await opened()).load('case-1')).toMatchObject({
      ok: true,
      loaded: { case: named('Third') },
    })
    expect(kept()).toEqual([])
  })

  it('are there too if they were written in the millisecond of the save before them', async () => {
    const storage = await opened()
    await storage.save(keptOf(begun), 0, NOON)
    await storage.load('case-1')
    storage.keepLastWords(keptOf(named('Second')), 2, NOON)
    expect(company(await loaded(await opened()))).toBe('Second')
    // A save that was under way when they were written says nothing of them.
    const saving = storage.save(keptOf(named('Third')), 2, NOON + 1)
    storage.keepLastWords(keptOf(named('Fourth')), 4, NOON + 1)
    expect(await saving).toMatchObject({ ok: true })
    expect(company(await loaded(await opened()))).toBe('Fourth')
    expect(kept()).toEqual([])
  })

  it('are never put over something newer: they are handed on, and stay until they are kept elsewhere', async () => {
    await leftWith('Second')
    const words = Object.entries({ ...localStorage })
    localStorage.clear()
    const other = await opened()
    await loaded(other)
    await other.save(keptOf(named('Theirs')), 1, NOON + 5_000)
    await other.save(keptOf(named('Theirs, later')), 2, NOON + 6_000)
    for (const [name, text] of words) localStorage.setItem(name, text)
    const next = await opened()
    const result = await next.load('case-1')
    expect(result).toMatchObject({ ok: true, loaded: { case: named('Theirs, later') } })
    if (!result.ok || result.unsaved === undefined) throw new Error('nothing was handed on')
    expect(company(result.unsaved.kept)).toBe('Second')
    expect(kept()).toHaveLength(1)
    next.forgetLastWords('case-1', result.unsaved.at)
    expect(kept()).toEqual([])
    expect(await next.load('case-1')).not.toHaveProperty('unsaved')
  })

  it('hold the replies of a case once, as they came, and they are read when it is opened (L-33)', async () => {
    const entry = { reply: aReply(begun, { note: 'Who decides?' }), receivedOn: '2026-11-24', extra: 1 }
    const storage = await opened()
    await storage.save(keptOf(begun), 0, NOON)
    storage.keepLastWords(keptOf({ ...named('Second'), replies: readReplies([entry]) }), 1, NOON + 1_000)
    const [name = ''] = kept()
    const text = localStorage.getItem(name) ?? ''
    // The form that every release has written.
    expect(JSON.parse(text.slice(text.indexOf(' '))).case.replies).toEqual([entry])
    const [reply] = (await loaded(await opened())).case.replies
    expect(reply).toMatchObject({ raw: entry, read: { reply: { note: 'Who decides?' } } })
  })

  it('are left alone by a tab that only reads, and by whatever is no copy of ours', async () => {
    await leftWith('Second')
    localStorage.setItem('unsaved case-1 other', 'not ours')
    const reader = await opened()
    expect(await reader.load('case-1', 'reading')).toMatchObject({ loaded: { case: begun } })
    expect(kept()).toHaveLength(2)
    expect(company(await loaded(reader))).toBe('Second')
  })

  it('mend a case that is damaged beyond its history', async () => {
    await leftWith('Second')
    for (const store of ['cases', 'changes'])
      await overwrite(store, ...(await records(store)).map((record) => ({ ...record, digest: 'wrong', head: null })))
    const result = await (await opened()).load('case-1')
    expect(result).toMatchObject({ ok: true, recoveredTo: NOON + 1_000, loaded: { case: named('Second') } })
  })

  it('of a private text are there, too, in its place or behind what has been written since', async () => {
    const storage = await opened()
    expect(await storage.note('case-1', 'box')).toBe('')
    storage.keepLastNote('case-1', 'box', 'mine')
    const next = await opened()
    expect(await next.note('case-1', 'box')).toBe('mine')
    expect(kept()).toEqual([])
    next.keepLastNote('case-1', 'box', 'mine, later')
    const words = Object.entries({ ...localStorage })
    await next.keepNote('case-1', 'box', 'theirs')
    for (const [name, text] of words) localStorage.setItem(name, text)
    expect(await (await opened()).note('case-1', 'box')).toBe('theirs\nmine, later')
  })
})

const full = () => {
  throw new DOMException('full', 'QuotaExceededError')
}

/** Runs something while a method of the database does what a disk does to it. */
async function during<T>(name: 'add' | 'put', does: () => never, work: () => Promise<T>): Promise<T> {
  const own = IDBObjectStore.prototype[name]
  IDBObjectStore.prototype[name] = does
  try {
    return await work()
  } finally {
    IDBObjectStore.prototype[name] = own
  }
}

describe('what cannot be written', () => {
  it('does not hide what is stored: a newer copy is handed on beside it', async () => {
    await leftWith('Second')
    const words = Object.entries({ ...localStorage })
    localStorage.clear()
    // The same words, as the copy that was still to be made when the page went.
    for (const [, text] of words) localStorage.setItem('copy case-1', text)
    const result = await during('put', full, async () => (await opened()).load('case-1'))
    expect(result).toMatchObject({ ok: true, loaded: { case: begun } })
    expect(result.ok && result.unsaved && company(result.unsaved.kept)).toBe('Second')
  })

  it('as a new case is not missed later', async () => {
    const storage = await opened()
    await storage.save(keptOf(begun), 0, NOON)
    await storage.load('case-1')
    await during('add', full, () => storage.save(keptOf({ ...begun, id: 'case-9' }), 0, NOON))
    expect(await storage.lost(['case-1'])).toEqual([])
  })

  it('of a private text is gone when it is taken back, and with its case', async () => {
    const storage = await opened()
    await storage.note('case-1', 'box')
    await during('put', full, () => storage.keepNote('case-1', 'box', 'secret'))
    await storage.keepNote('case-1', 'box', '')
    expect(kept()).toEqual([])
    await during('put', full, () => storage.keepNote('case-1', 'box', 'secret'))
    await storage.remove('case-1')
    expect(kept()).toEqual([])
    expect(await (await opened()).note('case-1', 'box')).toBe('')
  })
})

describe('two tabs with the same text of an account manager', () => {
  it('write nothing over each other, with whichever stroke', async () => {
    const [one, two] = await Promise.all([opened(), opened()])
    const [mine, theirs] = [deskNotes(one, () => true), deskNotes(two, () => true)]
    await mine.note('desk', 'notes')
    await theirs.note('desk', 'notes')
    expect(await mine.keepNote('desk', 'notes', 'a long note')).toEqual({ ok: true })
    for (const typed of ['x', 'xy', 'xyz'])
      expect(await theirs.keepNote('desk', 'notes', typed)).toMatchObject({ ok: false })
    expect(await records('private')).toMatchObject([{ text: 'a long note' }])
  })
})

describe('a database that has failed once', () => {
  it('takes a save that went in and could not be shown for its own, not for another tab’s', async () => {
    const storage = await opened()
    await storage.save(keptOf(begun), 0, NOON)
    await loaded(storage)
    const torn = () => {
      throw new DOMException('torn', 'UnknownError')
    }
    await during('add', torn, () => storage.save(keptOf(named('Second')), 1, NOON + 1))
    const { open } = indexedDB
    indexedDB.open = torn
    expect(await storage.save(keptOf(named('Second')), 1, NOON + 2)).toEqual({ ok: false, reason: 'error' })
    indexedDB.open = open
    expect(await storage.save(keptOf(named('Third')), 1, NOON + 3)).toMatchObject({ ok: true })
    expect(company(await loaded(await opened()))).toBe('Third')
  })

  it('calls nothing saved before it has been opened afresh, and puts back what was thrown away', async () => {
    const storage = await opened()
    await storage.save(keptOf(begun), 0, NOON)
    await storage.save(keptOf({ ...begun, id: 'case-2' }), 0, NOON)
    await storage.keepNote('case-2', 'box', 'beside')
    await loaded(storage)
    const { add } = IDBObjectStore.prototype
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('torn', 'UnknownError')
    }
    expect(await storage.save(keptOf(named('Second')), 1, NOON + 1)).toEqual({ ok: false, reason: 'error' })
    IDBObjectStore.prototype.add = add
    // The browser throws everything away as soon as nobody has it open.
    const { close } = IDBDatabase.prototype
    IDBDatabase.prototype.close = function (this: IDBDatabase) {
      close.call(this)
      IDBDatabase.prototype.close = close
      freshDatabase()
    }
    expect(await storage.save(keptOf(named('Second')), 1, NOON + 2)).toMatchObject({ ok: true, saveNo: 2 })
    const next = await opened()
    expect(company(await loaded(next))).toBe('Second')
    expect(company(await loaded(next, 'case-2'))).toBe('First')
    expect(await next.note('case-2', 'box')).toBe('beside')
  })
})

describe('a case that is taken away', () => {
  it('comes back with everything of it, and with it goes what was not saved', async () => {
    const storage = await leftWith('Second')
    await storage.keepVersion('case-1', 'handOver', NOON)
    await storage.note('case-1', 'box')
    await storage.keepNote('case-1', 'box', 'mine')
    const before = await Promise.all(['cases', 'changes', 'snapshots', 'private'].map(records))
    const everything = await storage.remove('case-1')
    expect(await storage.load('case-1')).toEqual({ ok: false, reason: 'missing' })
    expect(kept()).toEqual([])
    await storage.putBack(everything)
    expect(await Promise.all(['cases', 'changes', 'snapshots', 'private'].map(records))).toEqual(before)
  })
})
