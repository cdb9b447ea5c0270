import { expect, it } from 'vitest'
import { placeReply } from '../../../src/merchant/reply/placeReply.ts'
import { memoryStorage } from '../../../src/platform/memoryStorage.ts'
import type { Services } from '../../../src/store/session.tsx'
import { aReply } from '../../support/aReply.ts'

it.each([
  ['is not here', 'missing', 'notHere'],
  ['cannot be read this time', 'failed', 'notKept'],
  ['is of a newer version', 'newer', 'notKept'],
  ['is damaged', 'unreadable', 'notKept'],
])('a reply to a case that %s is told as what it is', async (_, reason, is) => {
  const services = {
    storage: { ...memoryStorage(), load: async () => ({ ok: false, reason }) },
    clock: { today: () => '2026-11-25', now: () => 0 },
  } as unknown as Services
  const reply = aReply({ id: 'c1' }, {})
  expect(await placeReply(services, { reply, raw: reply, newer: false })).toEqual({ is })
})
