// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { i18n } from 'i18next'
import { describe, expect, it } from 'vitest'
import { setAnswer } from '../../src/domain/case/address.ts'
import type { EvidenceFile } from '../../src/domain/evidence/evidence.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import {
  type Interview,
  isList,
  KINDS,
  type Kind,
  type List,
  type Question,
} from '../../src/domain/interview/question.ts'
import { statusOf } from '../../src/domain/interview/status.ts'
import { visibleAnswers } from '../../src/domain/interview/visibleAnswers.ts'
import { openCaseFile } from '../../src/exchange/importCase.ts'
import { sha256 } from '../../src/exchange/sha256.ts'
import { asJson, prepareHandOver } from '../../src/files/makeCaseFile.ts'
import { memoryStorage } from '../../src/platform/memoryStorage.ts'
import { aCase } from '../support/aCase.ts'
import { renderApp } from '../support/renderApp.tsx'

/** An answer of each kind, and how it reads in English. */
const ANSWERS: Record<Kind, { value: unknown; reads: string }> = {
  text: { value: 'a short text', reads: 'a short text' },
  longText: { value: 'a long text', reads: 'a long text' },
  email: { value: 'anna@example.com', reads: 'anna@example.com' },
  phone: { value: '08-123 45 67', reads: '08-123 45 67' },
  number: { value: 12500, reads: '12 500' },
  date: { value: '2026-11-14', reads: '14 November 2026' },
  choice: { value: 'yes', reads: 'Certainly' },
  choices: { value: ['yes'], reads: 'Certainly' },
  tick: { value: true, reads: 'Yes' },
  people: { value: [{ name: 'Bo Ek', role: 'project lead' }], reads: 'Bo Ek, project lead' },
  person: { value: 'Bo Ek, project lead', reads: 'Bo Ek, project lead' },
  moves: {
    value: [{ date: '2026-12-01', toldOn: null, agreed: 'yes', changeRequest: 'CR-7' }],
    reads: 'Moved to 1 December 2026, agreed by both, CR-7',
  },
  deliverable: { value: 'row-1', reads: 'S1 Order export' },
  deliverables: { value: ['row-1'], reads: 'S1 Order export' },
  evidence: { value: ['file-1'], reads: '1. screen.png: An empty basket' },
}

const added = (prefix: string): Question[] =>
  KINDS.map((kind) => ({
    path: `${prefix}${kind}Added`,
    kind,
    need: 'P',
    ...((kind === 'choice' || kind === 'choices') && { choices: ['yes', 'no'] }),
  }))

/** The product's interview with one more page, and more questions in every row of the examples. */
const withOneMore: Interview = {
  parts: interview.parts.map((part) => ({
    ...part,
    steps: [
      ...part.steps.map((step): typeof step =>
        isList(step) && step.path === 'examples.items'
          ? ({
              ...step,
              page: { ...step.page, questions: [...step.page.questions, ...added('examples.items.*.')] },
            } as List)
          : step,
      ),
      ...(part.id === 'request' ? [{ id: 'request/added', questions: added('request.') }] : []),
    ],
  })),
}

/** Words that say which question they are about. */
function say(words: i18n) {
  words.addResource('en', 'request', 'steps.added', 'One more page')
  const parts = {
    name: 'Name',
    role: 'Role',
    add: 'Add',
    remove: 'Remove',
    group: 'Group',
    date: 'New date',
    said: 'Moved to {{date}}',
    agreedYes: 'agreed by both',
  }
  for (const [namespace, prefix, place] of [
    ['request', '', 'page'],
    ['examples', 'items.', 'row'],
  ] as const)
    for (const kind of KINDS)
      words.addResourceBundle(
        'en',
        namespace,
        {
          questions: nested(`${prefix}${kind}Added`, {
            label: `Added ${kind} on a ${place}?`,
            why: `why ${kind} ${place}`,
            choices: { yes: 'Certainly', no: 'No' },
            parts,
          }),
        },
        true,
      )
}
const nested = (path: string, value: unknown): object =>
  path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object

const deliverable = { title: 'Order export' }
const empty = () => aCase({}, { 'scope.deliverables': [deliverable], 'examples.items': [{ title: 'An example' }] })
const BYTES = new TextEncoder().encode('what was seen')
const FILE: EvidenceFile = {
  id: 'file-1',
  name: 'screen.png',
  type: 'text/plain',
  size: BYTES.length,
  sha256: sha256('what was seen'),
  shows: 'An empty basket',
}
const answered = () => {
  const begun = { ...empty(), evidence: [FILE] }
  let current = { ...begun, answers: setAnswer(begun.answers, 'examples.items.row-1.evidence', ['file-1']) }
  for (const kind of KINDS)
    for (const address of [`request.${kind}Added`, `examples.items.row-1.${kind}Added`])
      current = { ...current, answers: setAnswer(current.answers, address, ANSWERS[kind].value) }
  return current
}
const PLACES = ['page', 'row'] as const
const labelOf = (kind: Kind, place: string) => `Added ${kind} on a ${place}?`

/** Everything is drawn before it is printed, once the page listens. */
const beforePrinting = () =>
  waitFor(() => {
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    for (const place of PLACES) screen.getAllByText(labelOf('text', place), { selector: 'dt' })
  })

describe('a question that is declared once', () => {
  it.each([
    ['page', 'request/added'],
    ['row', 'examples.items/row-1/example'],
  ] as const)('is asked on its %s, whatever its kind', async (place, at) => {
    await renderApp({ at: `/case/case-1/${at}`, interview: withOneMore, current: empty(), say })
    await screen.findByRole('heading', { level: 1 })
    for (const kind of KINDS) {
      expect((await screen.findAllByText(labelOf(kind, place))).length).toBeGreaterThan(0)
    }
    expect(screen.getAllByText('Why we ask')).toHaveLength(1)
    // One text for the page.
    const whys = screen.getByText(new RegExp(`why ${KINDS[0]} ${place} `))
    for (const kind of KINDS) expect(whys).toHaveTextContent(`why ${kind} ${place}`)
  })

  it('is answered and kept', async () => {
    const { storage } = await renderApp({
      at: '/case/case-1/request/added',
      interview: withOneMore,
      current: empty(),
      say,
    })
    await userEvent.type(await screen.findByLabelText(/Added text on a page/), 'kept')
    await waitFor(async () => {
      const result = await storage.load('case-1')
      expect(result.ok && (result.loaded.case.answers.request as Record<string, unknown>).textAdded).toBe('kept')
    })
  })

  it('counts in the status of its part', () => {
    const part = withOneMore.parts.find(({ id }) => id === 'request')
    if (part === undefined) throw new Error('no such part')
    const only = aCase({ 'request.textAdded': 'something' })
    expect(statusOf(part, visibleAnswers(withOneMore, aCase().answers)).is).toBe('notStarted')
    expect(statusOf(part, visibleAnswers(withOneMore, only.answers)).is).toBe('enough')
  })

  it('is summarised with a link to change it, and printed with the page', async () => {
    await renderApp({ at: '/case/case-1/check', interview: withOneMore, current: answered(), say })
    await screen.findByRole('heading', { level: 1 })
    await beforePrinting()
    for (const place of PLACES)
      for (const kind of KINDS) {
        const term = screen.getByText(labelOf(kind, place), { selector: 'dt' })
        const line = term.parentElement as HTMLElement
        expect(line).toHaveTextContent(ANSWERS[kind].reads)
        expect(within(line).getByRole('link')).toHaveAttribute('href', expect.stringContaining('Added'))
        expect(term.closest('.screen-only')).toBeNull()
      }
  })

  it('is exported, read back and reviewed', async () => {
    const storage = memoryStorage()
    await storage.keepFile('case-1', FILE.sha256, BYTES, 1)
    const needed = { interview: withOneMore, storage, today: '2026-11-23' }
    const made = await asJson(await prepareHandOver(answered(), needed))
    if (made === null) throw new Error('the file was not as it was meant')
    const opened = openCaseFile(new Uint8Array(await made.bytes.arrayBuffer()))
    if (opened.is !== 'case') throw new Error(`not opened: ${JSON.stringify(opened)}`)
    for (const kind of KINDS)
      expect((opened.opened.file.answers.request as Record<string, unknown>)[`${kind}Added`]).toEqual(
        ANSWERS[kind].value,
      )

    await renderApp({ at: '/review', interview: withOneMore, say })
    await userEvent.upload(await screen.findByLabelText(/case file/i), new File([made.bytes], made.name))
    await screen.findByRole('heading', { name: /Case for review/ })
    await beforePrinting()
    for (const place of PLACES)
      for (const kind of KINDS) {
        const term = screen.getByText(labelOf(kind, place), { selector: 'dt' })
        const line = term.parentElement as HTMLElement
        expect(line).toHaveTextContent(ANSWERS[kind].reads)
        expect(within(line).queryByRole('link')).toBeNull()
      }
  })

  it('is named among what was not answered', async () => {
    const needed = { interview: withOneMore, storage: memoryStorage(), today: '2026-11-23' }
    const made = await asJson(await prepareHandOver(empty(), needed))
    if (made === null) throw new Error('the file was not as it was meant')
    await renderApp({ at: '/review', interview: withOneMore, say })
    await userEvent.upload(await screen.findByLabelText(/case file/i), new File([made.bytes], made.name))
    await screen.findByRole('heading', { name: /Case for review/ })
    expect(await screen.findByText(labelOf('text', 'page'), { selector: 'li' })).toBeInTheDocument()
  })
})
