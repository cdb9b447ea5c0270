import { expect, it } from 'vitest'
import { placeReply } from '../../../src/merchant/reply/placeReply.ts'
import { memoryStorage } from '../../../src/platform/memoryStorage.ts'
import type { Services } from '../../../src/store/session.tsx'
import { aReply } from '../../support/aReply.ts'

it('a reply that meets a browser that reads nothing is told as not kept, and leaves nobody waiting', async () => {
  const services = {
    storage: { ...memoryStorage(), load: async () => ({ ok: false, reason: 'failed' }) },
    clock: { today: () => '2026-11-25', now: () => 0 },
  } as unknown as Services
  const reply = aReply({ id: 'c1' }, {})
  expect(await placeReply(services, { reply, raw: reply, newer: false })).toEqual({ is: 'notKept' })
})
