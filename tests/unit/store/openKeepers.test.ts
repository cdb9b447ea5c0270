import { afterEach, describe, expect, it, vi } from 'vitest'
import { everythingSaved, register } from '../../../src/store/unsavedChanges.ts'

/** Something that was written, and a store that takes it or does not. */
function aKeeper(store: 'takes' | 'refuses' | 'breaks' | 'hangs') {
  let saved = false
  return {
    flush: async () => {
      if (store === 'breaks') throw new Error('store')
      if (store === 'hangs') await new Promise(() => {})
      saved = store === 'takes'
    },
    isSaved: () => saved,
  }
}

const ends: (() => void)[] = []
const open = (...keepers: ReturnType<typeof aKeeper>[]) => ends.push(...keepers.map(register))

describe('whether everything is saved', () => {
  afterEach(() => {
    for (const end of ends.splice(0)) end()
    vi.useRealTimers()
  })

  it('is true where nothing is open', async () => {
    expect(await everythingSaved()).toBe(true)
  })

  it('saves what is open before it says so', async () => {
    const keeper = aKeeper('takes')
    open(keeper, aKeeper('takes'))
    expect(keeper.isSaved()).toBe(false)
    expect(await everythingSaved()).toBe(true)
    expect(keeper.isSaved()).toBe(true)
  })

  it.each(['refuses', 'breaks'] as const)('is false when one of several stores %s', async (store) => {
    open(aKeeper('takes'), aKeeper(store))
    expect(await everythingSaved()).toBe(false)
  })

  it('is false when a store gives no answer', async () => {
    vi.useFakeTimers()
    open(aKeeper('hangs'))
    const answer = everythingSaved()
    await vi.runAllTimersAsync()
    expect(await answer).toBe(false)
  })

  it('asks nobody who has left', async () => {
    const leave = register(aKeeper('refuses'))
    expect(await everythingSaved()).toBe(false)
    leave()
    expect(await everythingSaved()).toBe(true)
  })
})
