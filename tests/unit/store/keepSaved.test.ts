import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../../../src/platform/memoryStorage.ts'
import type { CaseStorage, KeptCase, SaveResult } from '../../../src/platform/storedCase.ts'
import { keepSaved } from '../../../src/store/autosave.ts'
import { createOpenCase } from '../../../src/store/openCase.ts'
import { aCase } from '../../support/aCase.ts'

const clock = { today: () => '2026-11-24', now: () => Date.now() }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A storage that answers as it is told, and remembers what it was asked to save. */
function storageThat(answers: (call: number) => SaveResult | Promise<SaveResult>) {
  const saved: string[] = []
  const storage: CaseStorage = {
    ...memoryStorage(),
    keeps: true,
    save: async (kept: KeptCase) => {
      saved.push(kept.case.answers.about.company ?? '')
      return answers(saved.length)
    },
  }
  return { storage, saved }
}
const good = (saveNo: number): SaveResult => ({ ok: true, saveNo, savedAt: saveNo })

function opened(storage: CaseStorage) {
  const loaded = { case: aCase(), place: null, lastCopyAt: null, removed: [], saveNo: 0, savedAt: null }
  const store = createOpenCase(loaded, storage.keeps, { clock, newId: () => 'x' })
  const partings: string[] = []
  const keeper = keepSaved(store, storage, clock, 0, (why) => partings.push(why))
  const type = (text: string) => store.getState().answer('about.company', text)
  const status = () => store.getState().status
  return { store, keeper, type, status, partings }
}

describe('keeping a case saved', () => {
  it('saves when typing pauses, and says saved only then', async () => {
    const { storage, saved } = storageThat(good)
    const { type, status } = opened(storage)
    type('a')
    await vi.advanceTimersByTimeAsync(300)
    type('ab')
    expect(status()).toEqual({ is: 'saving' })
    await vi.advanceTimersByTimeAsync(399)
    expect(saved).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(saved).toEqual(['ab'])
    expect(status()).toMatchObject({ is: 'saved' })
  })

  it('says saved again where the page that is open becomes again the one that is stored (X-21)', async () => {
    const { storage, saved } = storageThat(good)
    const { store, type, status, keeper } = opened(storage)
    store.getState().visit('about/company')
    type('a')
    await keeper.flush()
    const before = status()
    store.getState().visit('about/solution')
    expect(status()).toEqual({ is: 'saving' })
    store.getState().visit('about/company')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(saved).toEqual(['a'])
    expect(status()).toEqual(before)
    expect(before).toMatchObject({ is: 'saved' })
  })

  it('saves at the latest after a second and a half of typing without a pause', async () => {
    const { storage, saved } = storageThat(good)
    const { type } = opened(storage)
    for (let at = 0; at < 20; at += 1) {
      type('x'.repeat(at + 1))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(saved.length).toBeGreaterThan(0)
    expect(saved[0]?.length).toBeLessThanOrEqual(16)
  })

  it('is done for nobody who waits before what was typed last is stored', async () => {
    const finish: ((result: SaveResult) => void)[] = []
    const { storage, saved } = storageThat(() => new Promise((resolve) => finish.push(resolve)))
    const { type, keeper } = opened(storage)
    type('first')
    void keeper.flush()
    type('second')
    let done = 0
    for (const waiting of [keeper.flush(), keeper.flush()])
      void waiting.then(() => {
        done += 1
      })
    finish[0]?.(good(1))
    await vi.advanceTimersByTimeAsync(0)
    expect([saved, done]).toEqual([['first', 'second'], 0])
    finish[1]?.(good(2))
    await vi.advanceTimersByTimeAsync(0)
    expect([saved.length, done]).toEqual([2, 2])
  })

  it('does not say saved while something newer waits', async () => {
    let finish: (result: SaveResult) => void = () => {}
    const { storage, saved } = storageThat((call) =>
      call === 1
        ? new Promise((resolve) => {
            finish = resolve
          })
        : good(call),
    )
    const { type, status } = opened(storage)
    type('first')
    await vi.advanceTimersByTimeAsync(400)
    type('second')
    finish(good(1))
    await vi.advanceTimersByTimeAsync(0)
    expect(status()).toEqual({ is: 'saving' })
    await vi.advanceTimersByTimeAsync(400)
    expect(saved).toEqual(['first', 'second'])
    expect(status()).toMatchObject({ is: 'saved' })
  })

  it('tries again after a failure, and never calls it saved', async () => {
    const { storage, saved } = storageThat((call) => (call < 3 ? { ok: false, reason: 'quota' } : good(call)))
    const { type, status } = opened(storage)
    type('a')
    await vi.advanceTimersByTimeAsync(400)
    expect(status()).toEqual({ is: 'failed', why: 'quota' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saved).toHaveLength(2)
    expect(status()).toEqual({ is: 'failed', why: 'quota' })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(status()).toMatchObject({ is: 'saved' })
  })

  it('stops at a conflict: what another tab has written is not tried over', async () => {
    const { storage, saved } = storageThat(() => ({ ok: false, reason: 'conflict' }))
    const { type, partings } = opened(storage)
    type('a')
    await vi.advanceTimersByTimeAsync(400)
    type('ab')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(saved).toHaveLength(1)
    expect(partings).toEqual(['conflict'])
  })

  it('says when a save takes long, sends no second one beside it, and saved when all is there (S-17)', async () => {
    const { storage, saved } = storageThat(
      (call) => new Promise((resolve) => setTimeout(() => resolve(good(call)), call === 1 ? 15_000 : 10)),
    )
    const { type, status } = opened(storage)
    type('a')
    await vi.advanceTimersByTimeAsync(10_500)
    expect(status()).toEqual({ is: 'failed', why: 'slow' })
    type('ab')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(saved).toEqual(['a'])
    await vi.advanceTimersByTimeAsync(3_000)
    expect(saved).toEqual(['a', 'ab'])
    expect(status()).toMatchObject({ is: 'saved' })
  })

  it('flushes at once, and saves what is left when it stops', async () => {
    const { storage, saved } = storageThat(good)
    const { type, keeper } = opened(storage)
    type('a')
    await keeper.flush()
    expect(saved).toEqual(['a'])
    type('ab')
    await keeper.stop()
    expect(saved).toEqual(['a', 'ab'])
    type('abc')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(saved).toEqual(['a', 'ab'])
  })

  it('sends what is left at once when the page may go, and only once', async () => {
    const { storage, saved } = storageThat(good)
    const { type, keeper, status } = opened(storage)
    type('a')
    keeper.flushUrgently()
    keeper.flushUrgently()
    type('ab')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saved).toEqual(['a', 'ab'])
    expect(status()).toMatchObject({ is: 'saved' })
  })

  it('sends what is newer than a save under way, without taking it for another tab', async () => {
    const { storage, saved } = storageThat(
      (call) => new Promise((resolve) => setTimeout(() => resolve(good(call)), 1_000)),
    )
    const { type, keeper, status } = opened(storage)
    type('first')
    await vi.advanceTimersByTimeAsync(500)
    type('second')
    keeper.flushUrgently()
    expect(saved).toEqual(['first', 'second'])
    await vi.advanceTimersByTimeAsync(3_000)
    expect(saved).toEqual(['first', 'second'])
    expect(status()).toMatchObject({ is: 'saved' })
  })

  it('writes nothing while nobody writes', async () => {
    const { storage, saved } = storageThat(good)
    const { keeper, store } = opened(storage)
    store.setState({ status: { is: 'saving' } })
    await keeper.flush()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(saved).toEqual([])
  })

  it('says all along that nothing is kept where the browser keeps nothing', async () => {
    const { type, status } = opened(memoryStorage())
    type('a')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(status()).toEqual({ is: 'memory' })
  })
})
