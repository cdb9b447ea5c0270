// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { interview } from '../../../src/domain/interview/interview.ts'
import { memoryStorage } from '../../../src/platform/memoryStorage.ts'
import { browserPreferences } from '../../../src/platform/preferences.ts'
import { receivedFiles } from '../../../src/platform/receivedStore.ts'
import { draftKind } from '../../../src/store/inboxNotes.ts'
import { deskOf } from '../../../src/store/inboxStore.ts'
import { everythingSaved } from '../../../src/store/unsavedChanges.ts'

it('a reply that is only in memory is not said to be saved, so that the page is not loaded anew over it', async () => {
  const { notes, owner, sent } = deskOf({
    interview: async () => interview,
    storage: { ...memoryStorage(), keeps: true },
    clock: { today: () => '2026-11-25', now: () => 0 },
    newId: () => 'id',
    preferences: browserPreferences(),
    received: async () => receivedFiles(),
  })
  expect(await everythingSaved()).toBe(true)
  await notes.keepNote(owner, draftKind('c1', 'd1'), 'We need the order numbers.')
  expect(await everythingSaved()).toBe(false)
  sent('c1', 'd1')
  expect(await everythingSaved()).toBe(true)
})
