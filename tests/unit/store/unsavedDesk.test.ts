// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { interview } from '../../../src/domain/interview/interview.ts'
import { memoryStorage } from '../../../src/platform/memoryStorage.ts'
import { browserPreferences } from '../../../src/platform/preferences.ts'
import { receivedFiles } from '../../../src/platform/receivedStore.ts'
import { draftKind } from '../../../src/store/inboxNotes.ts'
import { deskOf, forgetDesk } from '../../../src/store/inboxStore.ts'
import { openReplyDraft } from '../../../src/store/replyDraft.ts'
import { everythingSaved } from '../../../src/store/unsavedChanges.ts'

const services = () => ({
  interview: async () => interview,
  storage: { ...memoryStorage(), keeps: true },
  clock: { today: () => '2026-11-25', now: () => 0 },
  newId: () => 'id',
  preferences: browserPreferences(),
  received: async () => receivedFiles(),
})

it('a reply that was emptied again is nothing to be saved', async () => {
  const drafting = await openReplyDraft(deskOf(services()), { caseId: 'c1', digest: 'd1' })
  drafting.getState().ask({ at: null, code: null, answerDigest: null, text: 'When?' }, 'q1')
  expect(await everythingSaved()).toBe(false)
  drafting.getState().unask('q1')
  expect(await everythingSaved()).toBe(true)
})

it('a desk that was forgotten has nothing, and holds nobody back', async () => {
  const own = services()
  const desk = deskOf(own)
  await desk.notes.keepNote(desk.owner, draftKind('c1', 'd1'), 'We need the order numbers.')
  expect(await everythingSaved()).toBe(false)
  forgetDesk(own)
  expect(await everythingSaved()).toBe(true)
  expect(deskOf(own)).not.toBe(desk)
  expect(await deskOf(own).notes.note(desk.owner, draftKind('c1', 'd1'))).toBe('')
})

it('a reply that is only in memory is not said to be saved, so that the page is not loaded anew over it', async () => {
  const { notes, owner, sent } = deskOf(services())
  expect(await everythingSaved()).toBe(true)
  await notes.keepNote(owner, draftKind('c1', 'd1'), 'We need the order numbers.')
  expect(await everythingSaved()).toBe(false)
  sent('c1', 'd1')
  expect(await everythingSaved()).toBe(true)
})
