// @vitest-environment jsdom
import { act, cleanup, fireEvent, renderHook, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { interview } from '../../src/domain/interview/interview.ts'
import { memoryStorage } from '../../src/platform/memoryStorage.ts'
import { newId } from '../../src/platform/newId.ts'
import { browserPreferences } from '../../src/platform/preferences.ts'
import { receivedFiles } from '../../src/platform/receivedStore.ts'
import type { KeepResult } from '../../src/platform/storedCase.ts'
import { ServicesProvider } from '../../src/store/session.tsx'
import { useNote } from '../../src/store/useNote.ts'
import { aCase } from '../support/aCase.ts'
import { renderApp } from '../support/renderApp.tsx'

afterEach(cleanup)

/** Opens a page with a text beside the case, types into it, leaves it, and gives what was saved. */
async function typedInto(note: () => Promise<string>): Promise<string[]> {
  const kept: string[] = []
  const current = aCase()
  const { unmount } = await renderApp({
    at: `#/case/${current.id}/partner/mails`,
    current,
    faults: {
      note,
      keepNote: async (_case, _kind, text): Promise<KeepResult> => {
        kept.push(text)
        return { ok: true }
      },
    },
  })
  const box = await screen.findByRole('textbox')
  await act(async () => fireEvent.change(box, { target: { value: 'I am so angry' } }))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('I am so angry')
  if (kept.length === 0) expect(screen.getByText(/Not saved/)).toBeTruthy()
  unmount()
  return kept
}

test('a private text that cannot be read is not written over, and the page says that it does not save', async () => {
  expect(await typedInto(() => Promise.reject(new Error('read fault')))).toEqual([])
})

test('what is written before a private text has been read goes behind it, and nothing is lost', async () => {
  let read: (text: string) => void = () => {}
  const reading = new Promise<string>((resolve) => {
    read = resolve
  })
  const kept: string[] = []
  const place = {
    note: () => reading,
    keepNote: async (_of: string, _kind: string, text: string): Promise<KeepResult> => {
      kept.push(text)
      return { ok: true }
    },
  }
  const services = {
    interview: async () => interview,
    storage: memoryStorage(),
    clock: { today: () => '2026-11-23', now: () => 1 },
    newId,
    preferences: browserPreferences(),
    received: async () => receivedFiles(),
  }
  const { result } = renderHook(() => useNote('case-1', 'notes', place), {
    wrapper: ({ children }) => <ServicesProvider services={services}>{children}</ServicesProvider>,
  })
  act(() => result.current.write('Fast'))
  expect(kept).toEqual([])
  await act(async () => read('Before'))
  expect(result.current.text).toBe('Before\nFast')
  expect(kept).toEqual(['Before\nFast'])
})

test('a private text that can be read is saved while it is written', async () => {
  expect(await typedInto(async () => 'Before')).toEqual(['I am so angry'])
})

test.each(['scope/paste', 'partner/mails'])('the page %s says so where its text is not kept', async (page) => {
  const current = aCase()
  const note = () => Promise.reject(new Error('read fault'))
  await renderApp({ at: `#/case/${current.id}/${page}`, current, faults: { note } })
  expect(await screen.findByText(/Not saved/)).toBeTruthy()
})

test('a case that could not be read this once is not written over, whatever is pressed, and says so (S-11)', async () => {
  const current = aCase()
  const saved: unknown[] = []
  await renderApp({
    at: `#/case/${current.id}/about/company`,
    current,
    faults: {
      load: async () => ({ ok: false, reason: 'failed' }),
      save: async (kept) => {
        saved.push(kept)
        return { ok: true, saveNo: 9, savedAt: 9 }
      },
    },
  })
  // The case itself, which was there before.
  saved.length = 0
  expect(await screen.findByText(/could not read what you saved earlier. It has not changed/)).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  await act(async () => {
    fireEvent.keyDown(window, { key: 's', ctrlKey: true })
    window.dispatchEvent(new Event('pagehide'))
    document.dispatchEvent(new Event('visibilitychange'))
  })
  expect(saved).toEqual([])
})

test('earlier versions that cannot be read are not said to be none', async () => {
  const current = aCase()
  const versions = () => Promise.reject(new Error('read fault'))
  await renderApp({ at: `#/case/${current.id}/versions`, current, faults: { versions } })
  expect(await screen.findByText(/could not be read just now/)).toBeTruthy()
  expect(screen.queryByText(/There is no earlier version yet/)).toBeNull()
})
