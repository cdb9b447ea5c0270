import { describe, expect, it } from 'vitest'
import type { Lists } from '../../../src/domain/case/answers.ts'
import { aCase, allButThePartner, assessed, reply, request, settledRows } from '../../support/aCase.ts'

/** Everything settled but what the log says. */
const withLog = (...log: readonly Partial<Lists['partner.log']>[]) =>
  aCase(allButThePartner, { ...settledRows, 'partner.log': log })
const withScope = (
  deliverable: Partial<Lists['scope.deliverables']>,
  ...log: readonly Partial<Lists['partner.log']>[]
) => aCase(allButThePartner, { ...settledRows, 'scope.deliverables': [deliverable], 'partner.log': log })
const on = (asOf: string, ...log: readonly Partial<Lists['partner.log']>[]) => {
  const { next, warranted, until, state } = assessed(withLog(...log), asOf)
  return { next, warranted, until, partner: state.matters[0]?.state }
}
const notices = (assessment: ReturnType<typeof assessed>) => assessment.notices.map(({ id }) => id)

describe('edge cases of the decision model', () => {
  it('E1 still waits on the last day of the request, and no longer the day after', () => {
    const asked = request('2026-11-16', { answerBy: '2026-11-20' })
    expect(on('2026-11-20', asked)).toMatchObject({ next: 'AWAIT_PARTNER', until: '2026-11-20' })
    expect(on('2026-11-21', asked)).toMatchObject({
      next: 'HAND_OVER',
      warranted: true,
      until: null,
      partner: 'SILENT',
    })
  })

  it('E2 follows the plan on the promised day, asks on the first working day after it, and then it has not held', () => {
    const log = [request('2026-11-02'), reply('2026-11-04', { answer: 'plan', promised: '2026-11-20' })]
    expect(on('2026-11-20', ...log)).toMatchObject({ next: 'FOLLOW_PLAN', until: '2026-11-20' })
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23'])
      expect(on(day, ...log)).toMatchObject({ next: 'CHASE_PLAN', warranted: false, partner: 'CHASE' })
    expect(on('2026-11-24', ...log)).toMatchObject({ next: 'HAND_OVER', warranted: true, partner: 'BROKEN' })
  })

  it.each(['2026-11-13', '2026-11-14', '2026-11-15'])(
    'E3 gives a request of %s without a last day until the next Friday',
    (day) => {
      expect(on('2026-11-20', request(day))).toMatchObject({ next: 'AWAIT_PARTNER', until: '2026-11-20' })
      expect(on('2026-11-21', request(day)).partner).toBe('SILENT')
    },
  )

  it('E4 does not restart the clock for a reminder without a date', () => {
    const first = request('2026-11-09', { answerBy: '2026-11-13' })
    expect(on('2026-11-12', first, request('2026-11-12')).until).toBe('2026-11-13')
    expect(on('2026-11-16', first, request('2026-11-12')).partner).toBe('SILENT')
    expect(on('2026-11-16', first, request('2026-11-12', { answerBy: '2026-11-18' })).until).toBe('2026-11-18')
  })

  it('E4b waits again when a new request follows a broken promise', () => {
    const broken = [request('2026-11-02'), reply('2026-11-04', { answer: 'plan', promised: '2026-11-10' })]
    expect(on('2026-11-12', ...broken, request('2026-11-11', { answerBy: '2026-11-16' }))).toMatchObject({
      next: 'AWAIT_PARTNER',
      warranted: false,
      until: '2026-11-16',
    })
    // Without a day two working days are enough then.
    expect(on('2026-11-12', ...broken, request('2026-11-11')).until).toBe('2026-11-13')
  })

  it('E5 takes a plan without a date as no clear answer', () => {
    const vague = [request('2026-11-02', { answerBy: '2026-11-06' }), reply('2026-11-04', { answer: 'plan' })]
    expect(on('2026-11-06', ...vague)).toMatchObject({ partner: 'AWAIT', until: '2026-11-06' })
    expect(on('2026-11-07', ...vague)).toMatchObject({
      partner: 'UNCLEAR',
      warranted: true,
      next: 'HAND_OVER',
    })
  })

  it('E6 settles a clear no with the document: out of scope is a change, in scope or unclear goes on', () => {
    const no = [request('2026-11-02'), reply('2026-11-03', { answer: 'refused' })]
    const finding = (inScope: 'yes' | 'no' | 'unclear', changeRequest: string | null = null) =>
      assessed(withScope({ title: 'PunchOut', status: 'missing', inScope, changeRequest }, ...no), '2026-11-10')
    expect(finding('no')).toMatchObject({ next: 'SETTLE_CHANGES', warranted: false })
    expect(finding('no', 'CR-1')).toMatchObject({ next: 'SETTLE_CHANGES', warranted: false })
    expect(finding('yes')).toMatchObject({ next: 'HAND_OVER', warranted: true })
    expect(finding('unclear')).toMatchObject({ next: 'HAND_OVER', warranted: true })
  })

  it('E7 is ready when a change request was sent and the partner is silent', () => {
    const sent = request('2026-11-02', { answerBy: '2026-11-09' })
    const change = { title: 'PunchOut', status: 'missing', inScope: 'no', changeRequest: 'CR-1' } as const
    expect(assessed(withScope(change, sent), '2026-11-10')).toMatchObject({
      next: 'HAND_OVER',
      warranted: true,
    })
  })

  it('E8 judges what is missing and leaves alone what has been delivered', () => {
    const rows = [
      { title: 'Stock', status: 'missing', inScope: 'yes' },
      { title: 'Prices', status: 'delivered', inScope: null },
    ] as const
    const current = aCase(allButThePartner, { ...settledRows, 'scope.deliverables': rows })
    expect(assessed(current, '2026-11-20').state.scope).toBe('IN')
  })

  it('E9 is not contact when only status meetings were held', () => {
    expect(on('2026-11-20', request('2026-11-02', { concernStated: 'no', channel: 'meeting' })).next).toBe(
      'CONTACT_PARTNER',
    )
  })

  it('E10 goes on without the partner where it cannot be reached', () => {
    const current = aCase({ ...allButThePartner, 'partner.told': 'cannot', 'partner.whyNot': 'Bankrupt' }, settledRows)
    expect(assessed(current, '2026-11-20')).toMatchObject({
      next: 'HAND_OVER',
      warranted: true,
      state: { partner: 'cannot' },
    })
  })

  it('E11 is ready but says that the case is nearly empty when nothing applies', () => {
    const nothing = {
      ...Object.fromEntries(['scope', 'added', 'examples'].map((area) => [`${area}.applies`, 'no'])),
      'partner.told': 'cannot',
    }
    const assessment = assessed(aCase(nothing), '2026-11-20')
    expect(assessment.next).toBe('HAND_OVER')
    expect(notices(assessment)).toContain('nearlyEmpty')
    expect(notices(assessment).filter((id) => id === 'noReason')).toHaveLength(4)
  })

  it('E12 lets a case without a scope document mark the finding as unclear', () => {
    const current = aCase(
      { ...allButThePartner, 'scope.noDocument': true },
      {
        ...settledRows,
        'scope.deliverables': [{ title: 'Search', status: 'missing', inScope: 'unclear' }],
      },
    )
    expect(assessed(current, '2026-11-20').state.scope).toBe('IN')
  })

  it('E13 settles an addition by asking the partner about its effect', () => {
    const added = (effect: Lists['added.items']['effect']) =>
      assessed(
        aCase(
          { ...allButThePartner, 'added.any': 'yes' },
          { ...settledRows, 'added.items': [{ title: 'Gift cards', effect }] },
        ),
        '2026-11-20',
      ).state.added
    expect(added('asked_partner')).toBe('DONE')
    expect(added('not_considered')).toBe('OPEN')
    // How long nobody may know yet.
    expect(added('delay')).toBe('DONE')
  })

  it('E14 waits for the agreed date of what is not due yet', () => {
    const early = { title: 'Search', status: 'late', inScope: 'yes', promised: '2026-12' } as const
    const assessment = assessed(withScope(early, request('2026-11-02', { answerBy: '2026-11-03' })), '2026-12-30')
    expect(assessment).toMatchObject({ turn: 'PARTNER', next: 'NOT_DUE', until: '2026-12-31', warranted: false })
    expect(notices(assessment)).toContain('notDueYet')
    const due = assessed(withScope(early, request('2026-11-02', { answerBy: '2026-11-03' })), '2026-12-31')
    expect(notices(due)).not.toContain('notDueYet')
    expect(due).toMatchObject({ next: 'HAND_OVER', warranted: true })
  })

  it('E15 leaves a contact dated after the day of judgement out of the result and lists it (D-04)', () => {
    const assessment = assessed(withLog(request('2026-11-21')), '2026-11-20')
    expect(assessment.next).toBe('CONTACT_PARTNER')
    expect(notices(assessment)).toContain('contactInFuture')
  })

  it('E16 takes nothing as an answer that came before the concern was stated (D-04)', () => {
    const log = [
      reply('2026-11-01', { answer: 'plan', promised: '2026-12-01' }),
      request('2026-11-05', { answerBy: '2026-11-10' }),
    ]
    expect(on('2026-11-11', ...log).partner).toBe('SILENT')
    expect(notices(assessed(withLog(...log), '2026-11-11'))).toContain('contactBeforeConcern')
  })

  it('E17 lets the order of entry decide between two contacts of one day', () => {
    const asked = request('2026-11-05', { answerBy: '2026-11-06' })
    const answered = reply('2026-11-05', { answer: 'plan', promised: '2026-11-30' })
    expect(on('2026-11-10', asked, answered).partner).toBe('PLAN')
    expect(on('2026-11-10', answered, asked).partner).toBe('SILENT')
  })

  it('E18 lets a dated plan and a clear no stand against a vague message after them', () => {
    const vague = reply('2026-11-06', { answer: 'unclear' })
    const plan = [request('2026-11-02'), reply('2026-11-04', { answer: 'plan', promised: '2026-11-30' })]
    expect(on('2026-11-10', ...plan, vague).partner).toBe('PLAN')
    const no = [request('2026-11-02'), reply('2026-11-04', { answer: 'refused' })]
    expect(on('2026-11-10', ...no, vague).partner).toBe('REFUSED')
    expect(on('2026-11-10', ...no, reply('2026-11-06', { answer: 'plan', promised: '2026-11-30' })).partner).toBe(
      'PLAN',
    )
    const asked = request('2026-11-05', { answerBy: '2026-11-09' })
    expect(on('2026-11-10', ...plan, asked, vague).partner).toBe('UNCLEAR')
  })

  it('E19 names the day until which the partner has time, for whoever goes to Adobe before it', () => {
    const assessment = assessed(withLog(request('2026-11-16', { answerBy: '2026-11-30' })), '2026-11-20')
    expect(assessment.open).toMatchObject([{ action: 'AWAIT_PARTNER', until: '2026-11-30' }])
  })

  it('E20 keeps one case to one problem: every case has a next step of its own', () => {
    const first = assessed(withLog(request('2026-11-16', { answerBy: '2026-11-30' })), '2026-11-20')
    const second = assessed(withLog(request('2026-11-02', { answerBy: '2026-11-06' })), '2026-11-20')
    expect([first.next, second.next]).toEqual(['AWAIT_PARTNER', 'HAND_OVER'])
  })

  it('E21 has a place for what depends on the merchant, which decides nothing', () => {
    const before = withLog(request('2026-11-02', { answerBy: '2026-11-06' }))
    const after = aCase(
      { ...allButThePartner, 'request.ourSide': 'The customer list is late' },
      { ...settledRows, 'partner.log': [request('2026-11-02', { answerBy: '2026-11-06' })] },
    )
    expect(assessed(after, '2026-11-20').next).toBe(assessed(before, '2026-11-20').next)
  })

  it('E22 concludes the same for a partner that is also the host', () => {
    const hosting = { ...settledRows['examples.items'][0], concerns: 'hosting' } as const
    const current = aCase(allButThePartner, {
      ...settledRows,
      'examples.items': [hosting],
      'partner.log': [request('2026-11-02', { answerBy: '2026-11-06' })],
    })
    expect(assessed(current, '2026-11-20').next).toBe('HAND_OVER')
    expect(notices(assessed(current, '2026-11-20'))).toContain('supportCaseMissing')
  })
})

describe('read exactly', () => {
  it('does not read a month as its first day', () => {
    const log = [request('2026-11-02'), reply('2026-11-04', { answer: 'plan', promised: '2026-11' })]
    expect(on('2026-11-30', ...log)).toMatchObject({ partner: 'PLAN', until: '2026-11-30' })
    expect(on('2026-12-01', ...log).partner).toBe('CHASE')
    expect(on('2026-12-02', ...log).partner).toBe('BROKEN')
  })

  it('counts an answer only once its kind is chosen, and says so', () => {
    const log = [request('2026-11-02', { answerBy: '2026-11-06' }), reply('2026-11-04', {})]
    expect(on('2026-11-20', ...log)).toMatchObject({ partner: 'UNSORTED', next: 'NAME_ANSWER', warranted: false })
    expect(notices(assessed(withLog(...log), '2026-11-20'))).toContain('answerWithoutKind')
  })

  it('ignores a contact without a readable date, and says so', () => {
    const log = { from: 'merchant', concernStated: 'yes', date: { typed: 'in the spring' } } as const
    expect(on('2026-11-20', log).next).toBe('CONTACT_PARTNER')
    expect(notices(assessed(withLog(log), '2026-11-20'))).toContain('contactUndated')
  })

  it('lets a concern after an unclear answer open a new request with a last day of its own', () => {
    const log = [
      request('2026-10-01', { answerBy: '2026-10-05' }),
      reply('2026-10-06', { answer: 'unclear' }),
      request('2026-11-16'),
    ]
    expect(on('2026-11-20', ...log)).toMatchObject({ partner: 'AWAIT', until: '2026-11-23' })
  })

  it('takes the named day, but never less than two working days', () => {
    const hurried = request('2026-11-16', { answerBy: '2026-11-17' })
    expect(on('2026-11-18', hurried)).toMatchObject({ partner: 'AWAIT', until: '2026-11-18' })
    expect(on('2026-11-19', hurried).partner).toBe('SILENT')
  })

  it('reads blanks as nothing, in a change request too', () => {
    const blank = { title: 'PunchOut', status: 'missing', inScope: 'no', changeRequest: '   ' } as const
    expect(assessed(withScope(blank), '2026-11-20').state.scope).toBe('OUT')
  })

  it('does not count a review that lies in the future', () => {
    const current = aCase({ ...allButThePartner, 'scope.reviewedOn': '2026-11-21' }, settledRows)
    expect(assessed(current, '2026-11-20').state.scope).toBe('OPEN')
    expect(assessed(current, '2026-11-21').state.scope).toBe('IN')
  })

  it('lets "solved" win over "cannot be reached" and over what is no concern; a concern after it opens the case again', () => {
    const solved = { ...allButThePartner, 'partner.told': 'cannot', 'partner.solvedOn': '2026-11-18' }
    const meeting = request('2026-11-19', { concernStated: 'no' })
    const current = aCase(solved, { ...settledRows, 'partner.log': [meeting] })
    expect(assessed(current, '2026-11-20')).toMatchObject({ next: 'CLOSE', warranted: false, open: [], until: null })
    expect(assessed(current, '2026-11-17').next).toBe('HAND_OVER')
    const again = aCase(
      { ...solved, 'partner.told': 'yes' },
      { ...settledRows, 'partner.log': [request('2026-11-19')] },
    )
    expect(assessed(again, '2026-11-20')).toMatchObject({ next: 'AWAIT_PARTNER', until: '2026-11-26' })
    expect(notices(assessed(again, '2026-11-20'))).toContain('cameBack')
  })

  it('does not count rows behind "neither" and "nothing added"', () => {
    const current = aCase(
      { ...allButThePartner, 'scope.concern': 'none', 'added.any': 'no' },
      { ...settledRows, 'added.items': [{ title: 'Gift cards', effect: 'not_considered' }] },
    )
    expect(assessed(current, '2026-11-20').state).toMatchObject({ scope: 'NA', added: 'NA' })
  })

  it('knows when an example took place by a day or by a period, but not by "don\'t know"', () => {
    const when = (date: Lists['examples.items']['date'], period: string | null) =>
      assessed(
        aCase(allButThePartner, {
          ...settledRows,
          'examples.items': [{ ...settledRows['examples.items'][0], date, period }],
        }),
        '2026-11-20',
      ).state.examples
    expect(when(null, 'every Monday since April')).toBe('DONE')
    expect(when({ unknown: true }, null)).toBe('OPEN')
    expect(when(null, '  ')).toBe('OPEN')
  })

  it('takes a case number written as evidence for the place, but not the support case itself', () => {
    const example = { ...settledRows['examples.items'][0], where: null }
    const state = (more: Partial<Lists['examples.items']>) =>
      assessed(aCase(allButThePartner, { 'examples.items': [{ ...example, ...more }] }), '2026-11-20').state.examples
    expect(state({ evidenceText: 'Ticket 881' })).toBe('DONE')
    expect(state({ supportCase: 'E-000881' })).toBe('OPEN')
  })
})
