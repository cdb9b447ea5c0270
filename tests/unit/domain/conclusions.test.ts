import { describe, expect, it } from 'vitest'
import type { Conclusion } from '../../../src/domain/assessment/conclusion.ts'
import { aCase, allButThePartner, assessed, reply, request, settledRows } from '../../support/aCase.ts'

const AS_OF = '2026-11-24'
const unknownDay = { unknown: true } as never
type Rows = Parameters<typeof aCase>[1]

/** One conclusion in a line: rule, state, where it leads, what was looked at, dates, texts, what is to be done. */
const line = ({ rule, state, variant, about, used, dates, texts, action, count, days, matters }: Conclusion) =>
  [
    `${rule} ${state}${variant === undefined ? '' : ` (${variant})`}`,
    `at ${about}`,
    `from ${used.join(' ') || 'nothing'}`,
    ...(dates === undefined ? [] : [JSON.stringify(dates)]),
    ...(texts === undefined ? [] : [JSON.stringify(texts)]),
    ...(count === undefined ? [] : [`of ${count}`]),
    ...(days === undefined ? [] : [days.join(' ')]),
    ...(matters === undefined ? [] : [`about ${matters.join(' ')}`]),
    ...(action === undefined ? [] : [`so ${action}`]),
  ].join(' | ')

/** What a case concludes about one practice, settled or open. */
function concluded(area: string, answers: Readonly<Record<string, unknown>>, rows: Rows = {}) {
  const { settled, open } = assessed(aCase(answers, rows), AS_OF)
  const all = [...settled, ...open.flatMap(({ reasons }) => reasons)]
  return all.filter(({ rule }) => rule.startsWith(`${area}.`)).map(line)
}

describe('what is concluded about the partner', () => {
  const partner = (log: readonly object[], answers: Readonly<Record<string, unknown>> = {}, rows: Rows = {}) =>
    concluded(
      'partner',
      { ...allButThePartner, ...answers },
      {
        ...settledRows,
        'partner.log': log as never,
        ...rows,
      },
    )

  it.each<[string, string[], readonly object[], Record<string, unknown>?, Rows?]>([
    [
      'put right: the day on which it was',
      ['partner.solved met | at partner.solvedOn | from partner.solvedOn | {"date":"2026-11-24"}'],
      [request('2026-10-01')],
      { 'partner.solvedOn': AS_OF },
    ],
    [
      'cannot be reached: the reason',
      ['partner.cannot notApplicable | at partner.told | from partner.told partner.whyNot | {"whyNot":"The host."}'],
      [],
      { 'partner.told': 'cannot', 'partner.whyNot': ' The host. ' },
    ],
    [
      'cannot be reached, without a reason',
      ['partner.cannot notApplicable | at partner.told | from partner.told partner.whyNot | {"whyNot":""}'],
      [],
      { 'partner.told': 'cannot' },
    ],
    [
      'never told: every message was looked at',
      [
        'partner.told gap | at partner.log | from partner.log.row-1.concernStated partner.log.row-2.concernStated | so CONTACT_PARTNER',
      ],
      [request('2026-10-01', { concernStated: 'no' }), request('2026-10-02', { concernStated: null })],
    ],
    [
      'waiting: until the last day of the latest request, and of nothing else',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-20"}',
        'partner.awaited gap | at partner.log.row-2.answerBy | from partner.log.row-1.date partner.log.row-1.answerBy partner.log.row-2.date partner.log.row-2.answerBy | {"date":"2026-11-30"} | so AWAIT_PARTNER',
      ],
      [request('2026-11-20'), request('2026-11-21', { answerBy: '2026-11-30' })],
    ],
    [
      'silent: since the last day has passed',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.silent met | at partner.log.row-1.answerBy | from partner.log.row-1.date partner.log.row-1.answerBy | {"date":"2026-11-09"}',
      ],
      [request('2026-11-02')],
    ],
    [
      'refused: settled where the work is in scope',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.refused met | at partner.log.row-2.answer | from partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-05"}',
      ],
      [request('2026-11-02'), reply('2026-11-05', { answer: 'refused' })],
    ],
    [
      'refused: to be settled between the two where a change was asked for',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.refused gap | at partner.log.row-2.answer | from partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-05"} | so SETTLE_CHANGES',
      ],
      [request('2026-11-02'), reply('2026-11-05', { answer: 'refused' })],
      {},
      {
        'scope.deliverables': [{ title: 'Search', status: 'missing', inScope: 'no', changeRequest: 'CR-4' }],
      },
    ],
    [
      'a plan: until its day',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.plan gap | at partner.log.row-2.answer | from partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-24"} | so FOLLOW_PLAN',
      ],
      [request('2026-11-02'), reply('2026-11-05', { answer: 'plan', promised: AS_OF })],
    ],
    [
      'a plan whose day has passed',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.broken met | at partner.log.row-2.answer | from partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-20"}',
      ],
      [request('2026-11-02'), reply('2026-11-05', { answer: 'plan', promised: '2026-11-20' })],
    ],
    [
      'a plan whose day has just passed: it is asked first',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.chase gap | at partner.log.row-2.answer | from partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-23"} | so CHASE_PLAN',
      ],
      [request('2026-11-02'), reply('2026-11-05', { answer: 'plan', promised: '2026-11-23' })],
    ],
    [
      'promises that did not hold: every day by its name',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.repeated met | at partner.log.row-3.answer | from partner.log.row-3.date partner.log.row-3.answer partner.log.row-3.promised | of 2 | 2026-11-10 2026-11-17',
      ],
      [
        request('2026-11-02'),
        reply('2026-11-05', { answer: 'plan', promised: '2026-11-10' }),
        reply('2026-11-11', { answer: 'plan', promised: '2026-11-17' }),
      ],
    ],
    [
      'done: it is to be checked',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.done gap | at partner.log.row-2.answer | from partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-05"} | so CHECK_DELIVERY',
      ],
      [request('2026-11-02'), reply('2026-11-05', { answer: 'done' })],
    ],
    [
      'something is asked of us',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.asks gap | at partner.log.row-2.answer | from partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-05"} | so ANSWER_PARTNER',
      ],
      [request('2026-11-02'), reply('2026-11-05', { answer: 'asks' })],
    ],
    [
      'an answer of which the kind is not said',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.unsorted gap | at partner.log.row-2.answer | from partner.log.row-2.answer | {"date":"2026-11-05"} | so NAME_ANSWER',
      ],
      [request('2026-11-02'), reply('2026-11-05', {})],
    ],
    [
      'the contact has left: somebody else is to be told',
      [
        'partner.told gap (left) | at partner.log | from partner.log.row-1.concernStated partner.log.row-2.concernStated | so CONTACT_PARTNER',
      ],
      [request('2026-11-02'), reply('2026-11-05', { answer: 'auto', autoSays: 'left' })],
    ],
    [
      'told on a day that nobody knows: nobody is told that they have said nothing',
      [
        'partner.told gap (undated) | at partner.log.row-1.date | from partner.log.row-1.concernStated | so CONTACT_PARTNER',
      ],
      [request(unknownDay)],
    ],
    [
      'silent since they were asked again: when they answered, and when they were asked',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.silent met (since) | at partner.log.row-3.answerBy | from partner.log.row-3.date partner.log.row-3.answerBy partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-17","answered":"2026-11-05","asked":"2026-11-10"}',
      ],
      [request('2026-11-02'), reply('2026-11-05', { answer: 'done' }), request('2026-11-10')],
    ],
    [
      'promises that did not hold, and one that runs: it is named, too',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.repeated met (running) | at partner.log.row-4.answer | from partner.log.row-4.date partner.log.row-4.answer partner.log.row-4.promised | {"date":"2026-12"} | of 2 | 2026-11-10 2026-11-17',
      ],
      [
        request('2026-11-02'),
        reply('2026-11-05', { answer: 'plan', promised: '2026-11-10' }),
        reply('2026-11-11', { answer: 'plan', promised: '2026-11-17' }),
        reply('2026-11-19', { answer: 'plan', promised: '2026-12' }),
      ],
    ],
    [
      'promises that did not hold, and they were asked since: none runs',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.repeated met | at partner.log.row-3.answer | from partner.log.row-3.date partner.log.row-3.answer partner.log.row-3.promised | of 2 | 2026-11-10 2026-11-17',
      ],
      [
        request('2026-11-02'),
        reply('2026-11-05', { answer: 'plan', promised: '2026-11-10' }),
        reply('2026-11-11', { answer: 'plan', promised: '2026-11-17' }),
        request('2026-11-19'),
      ],
    ],
    [
      'something was asked of us, and we have written since, not saying what: the latest of that, after what they asked',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.asks gap (written) | at partner.log.row-5.gave | from partner.log.row-3.date partner.log.row-3.answer partner.log.row-3.promised | {"date":"2026-11-05","again":"2026-11-12"} | so ANSWER_PARTNER',
      ],
      [
        request('2026-11-02'),
        request('2026-11-04', { concernStated: 'no' }),
        reply('2026-11-05', { answer: 'asks' }),
        request('2026-11-10', { concernStated: 'no' }),
        request('2026-11-12', { concernStated: 'no' }),
        reply('2026-11-13', { answer: 'auto', autoSays: 'confirmation' }),
      ],
    ],
    [
      'something was asked of us, and the latest that we wrote was not that',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.asks gap | at partner.log.row-2.answer | from partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-05"} | so ANSWER_PARTNER',
      ],
      [
        request('2026-11-02'),
        reply('2026-11-05', { answer: 'asks' }),
        request('2026-11-10', { concernStated: 'no' }),
        request('2026-11-12', { concernStated: 'no', gave: 'no' }),
      ],
    ],
    [
      'told, and nothing of it in the log',
      ['partner.told gap (notLogged) | at partner.log | from partner.told | so CONTACT_PARTNER'],
      [],
      { 'partner.told': 'yes' },
    ],
    [
      'told on a day that nobody knows: of the first message of ours that says it',
      [
        'partner.told gap (undated) | at partner.log.row-3.date | from partner.log.row-1.concernStated partner.log.row-2.concernStated partner.log.row-3.concernStated partner.log.row-4.concernStated | so CONTACT_PARTNER',
      ],
      [
        reply(unknownDay, { answer: 'unclear', concernStated: 'yes' }),
        request(unknownDay, { concernStated: 'no' }),
        request(unknownDay),
        request(unknownDay),
      ],
    ],
    [
      'two matters: what holds for one of them names it, what holds for both is said once',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.silent met | at partner.log.row-1.answerBy | from partner.log.row-1.date partner.log.row-1.answerBy | {"date":"2026-11-09"} | about S2',
        'partner.done gap | at partner.log.row-2.answer | from partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-05"} | about S1 | so CHECK_DELIVERY',
      ],
      [request('2026-11-02'), reply('2026-11-05', { answer: 'done', about: ['row-1'] })],
      {},
      {
        'scope.deliverables': [
          { title: 'Search', status: 'missing', inScope: 'yes' },
          { title: 'Menu', status: 'missing', inScope: 'yes' },
        ],
      },
    ],
    [
      'it came back after it was solved',
      [
        'partner.cameBack met | at partner.log.row-1.date | from partner.solvedOn partner.log.row-1.date | {"date":"2026-10-01","again":"2026-11-20"}',
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-20"}',
        'partner.awaited gap | at partner.log.row-1.answerBy | from partner.log.row-1.date partner.log.row-1.answerBy | {"date":"2026-11-27"} | so AWAIT_PARTNER',
      ],
      [request('2026-11-20')],
      { 'partner.solvedOn': '2026-10-01' },
    ],
    [
      'everything is delivered, and whether it is solved is not answered',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.silent met | at partner.log.row-1.answerBy | from partner.log.row-1.date partner.log.row-1.answerBy | {"date":"2026-11-09"}',
        'partner.confirm gap | at partner.solvedOn | from partner.solvedOn | so CONFIRM_SOLVED',
      ],
      [request('2026-11-02')],
      {},
      { 'scope.deliverables': [{ title: 'Search', status: 'delivered', inScope: 'yes' }] },
    ],
    [
      'no clear answer, while the request may still be answered',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-20"}',
        'partner.awaited gap | at partner.log.row-2.answer | from partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-27"} | so AWAIT_PARTNER',
      ],
      [request('2026-11-20'), reply('2026-11-23', { answer: 'unclear' })],
    ],
    [
      'no clear answer, and no more time for one',
      [
        'partner.told met | at partner.log.row-1.concernStated | from partner.log.row-1.date partner.log.row-1.concernStated | {"date":"2026-11-02"}',
        'partner.unclear met | at partner.log.row-2.answer | from partner.log.row-2.date partner.log.row-2.answer partner.log.row-2.promised | {"date":"2026-11-05"}',
      ],
      [request('2026-11-02'), reply('2026-11-05', { answer: 'unclear' })],
    ],
  ])('%s', (_, expected, log, answers, rows) => {
    expect(partner(log, answers, rows)).toEqual(expected)
  })
})

describe('what is concluded about the scope', () => {
  const scope = (answers: Readonly<Record<string, unknown>>, deliverables: readonly object[] = []) =>
    concluded('scope', answers, { 'scope.deliverables': deliverables as never })
  const reviewed = { 'scope.concern': 'unmet', 'scope.reviewedOn': '2026-10-01' }
  const reviewedLine =
    'scope.reviewed met | at scope.reviewedOn | from scope.reviewedOn scope.documentTitle scope.documentDate | {"date":"2026-10-01"}'
  const concernLine = 'scope.concern met | at scope.concern | from scope.concern'

  it('does not apply, with its reason, or where there is no concern', () => {
    expect(scope({ 'scope.applies': 'no', 'scope.whyNot': 'No document.' })).toEqual([
      'scope.applies notApplicable | at scope.applies | from scope.applies scope.whyNot | {"whyNot":"No document."}',
    ])
    expect(scope({ 'scope.concern': 'none' })).toEqual([
      'scope.concern notApplicable | at scope.concern | from scope.concern',
    ])
  })

  it('is open in each of its steps', () => {
    expect(scope({})).toEqual([
      'scope.concern gap | at scope.concern | from scope.concern | so REVISIT_SCOPE',
      'scope.reviewed gap | at scope.reviewedOn | from scope.reviewedOn scope.documentTitle scope.documentDate | so REVISIT_SCOPE',
      'scope.listed gap | at scope.deliverables | from nothing | so REVISIT_SCOPE',
    ])
    expect(scope({ ...reviewed, 'scope.reviewedOn': '2026-11-25' })[1]).toContain('scope.reviewed gap')
    expect(scope({ ...reviewed, 'scope.documentDate': '2026-10-02' })[1]).toContain('scope.reviewed gap (older)')
    expect(scope({ ...reviewed, 'scope.documentDate': '2026-10-01' })[1]).toContain('scope.reviewed met')
    expect(scope({ ...reviewed, 'scope.reviewedOn': AS_OF })).toContainEqual(
      expect.stringContaining('scope.reviewed met'),
    )
  })

  it('is settled, deliverable by deliverable, by a finding', () => {
    expect(
      scope(reviewed, [
        { title: ' Search ', status: 'missing', inScope: 'yes' },
        { title: null, status: 'late', inScope: null },
        { title: 'Menu', status: 'delivered' },
      ]),
    ).toEqual([
      concernLine,
      reviewedLine,
      'scope.listed met | at scope.deliverables | from scope.deliverables.row-1.status scope.deliverables.row-2.status | of 2',
      'scope.finding met (yes) | at scope.deliverables.row-1.inScope | from scope.deliverables.row-1.status scope.deliverables.row-1.inScope scope.deliverables.row-1.reference | {"code":"S1","title":"Search"}',
      'scope.finding gap | at scope.deliverables.row-2.inScope | from scope.deliverables.row-2.status scope.deliverables.row-2.inScope scope.deliverables.row-2.reference | {"code":"S2","title":""} | so REVISIT_SCOPE',
    ])
  })

  it('takes the place of a review where there is no document, once something is listed', () => {
    const none = { 'scope.concern': 'unmet', 'scope.noDocument': true }
    expect(scope(none).filter((each) => each.startsWith('scope.reviewed'))).toEqual([])
    expect(scope(none, [{ title: 'Search', status: 'missing', inScope: 'unclear' }])).toContain(
      'scope.reviewed met (noDocument) | at scope.noDocument | from scope.noDocument',
    )
  })

  it('asks for a change request for what was not in scope, until each has its number', () => {
    const changes = (numbers: readonly (string | null)[], inScope = 'no') =>
      scope(
        reviewed,
        numbers.map((changeRequest) => ({ title: 'Search', status: 'missing', inScope, changeRequest })),
      ).filter((each) => each.startsWith('scope.change'))
    expect(changes([null, 'CR-4'])).toEqual([
      'scope.change met | at scope.deliverables.row-2.changeRequest | from scope.deliverables.row-2.inScope scope.deliverables.row-2.changeRequest | {"code":"S2","title":"Search","number":"CR-4"}',
      'scope.change gap | at scope.deliverables.row-1.changeRequest | from scope.deliverables.row-1.inScope scope.deliverables.row-1.changeRequest | {"code":"S1","title":"Search"} | so SETTLE_CHANGES',
    ])
    expect(changes([null], 'unclear')).toEqual([])
  })
})

describe('what is concluded about additions', () => {
  const added = (answers: Readonly<Record<string, unknown>>, items: readonly object[] = []) =>
    concluded('added', answers, { 'added.items': items as never })

  it('needs an answer, a list, and an effect of each', () => {
    expect(added({})).toEqual(['added.any gap | at added.any | from added.any | so SETTLE_CHANGES'])
    expect(added({ 'added.any': 'no' })).toEqual(['added.any notApplicable | at added.any | from added.any'])
    expect(added({ 'added.any': 'yes' })).toEqual([
      'added.listed gap | at added.items | from added.any | so SETTLE_CHANGES',
    ])
    expect(added({ 'added.applies': 'no', 'added.whyNot': 'Fixed price.' })).toEqual([
      'added.applies notApplicable | at added.applies | from added.applies added.whyNot | {"whyNot":"Fixed price."}',
    ])
  })

  it('counts what was considered, a delay of which nobody knows the length too', () => {
    const effect = (row: object) => added({ 'added.any': 'yes' }, [{ title: 'Klarna', ...row }])
    const open = [
      'added.effect gap | at added.items.row-1.effect | from added.items.row-1.effect | {"code":"A1","title":"Klarna"} | so SETTLE_CHANGES',
    ]
    const both = 'added.items.row-1.effect added.items.row-1.delayWorkingDays'
    expect(effect({})).toEqual(open)
    expect(effect({ effect: 'not_considered' })).toEqual(open)
    for (const delayWorkingDays of [null, { unknown: true }, 0])
      expect(effect({ effect: 'delay', delayWorkingDays })).toEqual([
        `added.effect met (longer) | at added.items.row-1.effect | from ${both} | {"code":"A1","title":"Klarna"}`,
      ])
    expect(effect({ effect: 'delay', delayWorkingDays: 1 })).toEqual([
      `added.effect met (delay) | at added.items.row-1.delayWorkingDays | from ${both} | {"code":"A1","title":"Klarna"} | of 1`,
    ])
    expect(effect({ effect: 'no_impact', title: null })).toEqual([
      'added.effect met (no_impact) | at added.items.row-1.effect | from added.items.row-1.effect | {"code":"A1","title":""}',
    ])
  })
})

describe('what is concluded about examples', () => {
  it('needs one that can be used, and says of each what it lacks, the first of it first', () => {
    const examples = (items: readonly object[], answers = {}) =>
      concluded('examples', answers, { 'examples.items': items as never })
    const [usable] = settledRows['examples.items']
    expect(examples([])).toEqual(['examples.usable gap | at examples.items | from nothing | so GATHER_EXAMPLES'])
    expect(examples([usable, { title: 'Half' }, usable])).toEqual([
      'examples.usable met | at examples.items | from examples.items.row-1.title examples.items.row-3.title | of 2',
    ])
    expect(examples([{ ...usable, date: null, where: ' ' }])).toEqual([
      'examples.usable gap | at examples.items | from nothing | so GATHER_EXAMPLES',
      'examples.lacking gap | at examples.items.row-1.date | from examples.items.row-1.date examples.items.row-1.where | {"code":"E1","title":"Orders not exported"} | so GATHER_EXAMPLES',
    ])
    expect(examples([{}])[1]).toBe(
      'examples.lacking gap | at examples.items.row-1.title | from examples.items.row-1.title examples.items.row-1.expected examples.items.row-1.actual examples.items.row-1.date examples.items.row-1.where | {"code":"E1","title":""} | so GATHER_EXAMPLES',
    )
    expect(examples([], { 'examples.applies': 'no', 'examples.whyNot': 'One thing.' })).toEqual([
      'examples.applies notApplicable | at examples.applies | from examples.applies examples.whyNot | {"whyNot":"One thing."}',
    ])
  })
})
