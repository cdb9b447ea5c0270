// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import en from '../../locales/en/offline.json'
import sv from '../../locales/sv/offline.json'
import { register } from '../../src/store/unsavedChanges.ts'
import { dispatchAutofill } from '../../src/ui/syncAutofill.ts'
import { renderApp } from '../support/renderApp.tsx'

const ends: (() => void)[] = []

/** Something that somebody has written, in a store that takes nothing until it is let. */
function somethingUnsaved() {
  let takes = false
  let saved = false
  let asked = 0
  const end = register({
    flush: async () => {
      asked += 1
      saved ||= takes
    },
    isSaved: () => saved,
  })
  ends.push(end)
  return { letItSave: () => (takes = true), timesAsked: () => asked }
}

/** What a browser says when a part of the app is no longer where it was. */
const partIsMissing = () => act(async () => void window.dispatchEvent(new Event('vite:preloadError')))

const notice = () => screen.findByRole('region', { name: en.label })

describe('what is said about the app itself', () => {
  // It comes after the first page.
  beforeAll(async () => void (await import('../../src/app/AppNotices.tsx')))
  afterEach(() => {
    for (const end of ends.splice(0)) end()
  })

  it('never says that something is saved which is not, and leaves the page as it is', async () => {
    const written = somethingUnsaved()
    await renderApp({ at: '/' })
    await partIsMissing()
    expect(await notice()).toHaveTextContent(en.part.notSaved)
    const before = written.timesAsked()
    await userEvent.click(screen.getByRole('button', { name: en.reload }))
    expect(await notice()).toHaveTextContent(en.part.notSaved)
    // Asked once more only when it goes on to load the page again.
    expect(written.timesAsked()).toBe(before + 1)
    written.letItSave()
    await userEvent.click(screen.getByRole('button', { name: en.reload }))
    await waitFor(() => expect(written.timesAsked()).toBe(before + 3))
  })

  it('says no longer that everything is saved when somebody has written since', async () => {
    await renderApp({ at: '/help' })
    await partIsMissing()
    expect(await notice()).toHaveTextContent(en.part.saved)
    await act(async () => void document.body.dispatchEvent(new Event('input', { bubbles: true })))
    expect(await notice()).toHaveTextContent(en.part.ready)
  })

  it('goes on saying it where nobody has written, and the page only looks whether a browser has filled a field in', async () => {
    await renderApp({ at: '/help' })
    await partIsMissing()
    await notice()
    const form = document.createElement('form')
    form.append(document.createElement('input'))
    document.body.append(form)
    await act(async () => dispatchAutofill(form))
    expect(await notice()).toHaveTextContent(en.part.saved)
    form.remove()
  })

  it('goes away when it is closed, and leads back to where somebody was', async () => {
    await renderApp({ at: '/help' })
    await partIsMissing()
    await notice()
    const place = await screen.findByRole('link', { name: 'Partner escalation guide' })
    place.focus()
    await userEvent.click(screen.getByRole('button', { name: en.close }))
    expect(screen.queryByRole('region', { name: en.label })).toBeNull()
    expect(place).toHaveFocus()
  })

  it('speaks the language of the page, also when that changes', async () => {
    const { words } = await renderApp({ at: '/help' })
    await partIsMissing()
    expect(await notice()).toHaveTextContent(en.part.saved)
    await act(async () => void (await words.changeLanguage('sv')))
    expect(await screen.findByRole('region', { name: sv.label })).toHaveTextContent(sv.part.saved)
  })

  it('says where somebody is without a connection what still works, once', async () => {
    await renderApp({ at: '/help' })
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')
    const goes = (is: boolean) =>
      act(async () => {
        Object.defineProperty(Navigator.prototype, 'onLine', { get: () => is, configurable: true })
        window.dispatchEvent(new Event(is ? 'online' : 'offline'))
      })
    await goes(false)
    // Nothing keeps the app offline here, so it is not promised that everything works.
    expect(await notice()).toHaveTextContent(en.offline.partly)
    await userEvent.click(screen.getByRole('button', { name: en.close }))
    expect(screen.queryByRole('region', { name: en.label })).toBeNull()
    await goes(true)
    await goes(false)
    expect(await notice()).toHaveTextContent(en.offline.partly)
    await goes(true)
    expect(screen.queryByRole('region', { name: en.label })).toBeNull()
    if (online) Object.defineProperty(Navigator.prototype, 'onLine', online)
  })
})
