import { describe, expect, it } from 'vitest'
import { NOTICES, type NoticeId, SAID_AT_THE_FIELD, SAID_IN_THE_BOX } from '../../../src/domain/assessment/notice.ts'
import { sensitiveIn } from '../../../src/domain/assessment/sensitive.ts'
import { CLOUD_POLICY_AS_OF, RELEASES_AS_OF } from '../../../src/domain/versions/releaseLines.ts'
import { aCase, allButThePartner, assessed, reply, request, settledRows } from '../../support/aCase.ts'

const AS_OF = '2026-11-24'

type Rows = Parameters<typeof aCase>[1]
const unmet = { 'scope.concern': 'unmet' }

/** The notices of one kind that a case gives, whole. */
const told = (id: string, answers: Readonly<Record<string, unknown>>, rows: Rows = {}, asOf = AS_OF) =>
  assessed(aCase({ ...unmet, ...answers }, rows), asOf).notices.filter((notice) => notice.id === id)

describe('the table of notices', () => {
  it('names a basis for each, and says where it stands for those that do not stand below', () => {
    for (const basis of Object.values(NOTICES)) expect('SATC').toContain(basis)
    const placed = [...SAID_IN_THE_BOX, ...SAID_AT_THE_FIELD]
    for (const id of placed) expect(NOTICES[id], id).toBeDefined()
    const below = (Object.keys(NOTICES) as NoticeId[]).filter((id) => !placed.includes(id))
    expect(below).toEqual([
      'supportCaseMissing',
      'releaseEnded',
      'releaseSecurityOnly',
      'releaseNearEnd',
      'cloudDeadline',
      'cloudSoftware',
      'outsideAdvice',
      'access',
      'spokenWithoutEffect',
      'newsToPartner',
      'staleContact',
      'noAsk',
      'noSummary',
      'noContact',
      'nearlyEmpty',
      'unread',
    ])
  })
})

describe('what was not understood', () => {
  const typed = { typed: 'some time in spring' }

  it('is pointed out at its own answer, and in a row at its own field', () => {
    expect(told('unread', { 'request.hardDate': typed })).toEqual([
      { id: 'unread', about: 'request.hardDate', texts: { typed: typed.typed } },
    ])
    expect(told('unread', {}, { 'partner.log': [{ date: typed }] } as never)).toEqual([
      { id: 'unread', about: 'partner.log.row-1.date', texts: { typed: typed.typed } },
    ])
    const moved = { moves: [{ date: typed, toldOn: null, agreed: null, changeRequest: null }] }
    expect(told('unread', {}, { 'scope.deliverables': [moved] } as never)).toEqual([
      { id: 'unread', about: 'scope.deliverables.row-1.moves', texts: { typed: typed.typed } },
    ])
    expect(told('unread', { 'request.hardDate': '2027-01-01', 'request.ask': null })).toEqual([])
  })

  it('is the answer that the partner was not told, beside a log with a request', () => {
    const log = { 'partner.log': [request('2026-11-10')] }
    expect(told('toldInLog', { 'partner.told': 'no' }, log)).toEqual([
      { id: 'toldInLog', about: 'partner.told', dates: { date: '2026-11-10' } },
    ])
    expect(told('toldInLog', { 'partner.told': 'yes' }, log)).toEqual([])
    expect(told('toldInLog', { 'partner.told': 'no' })).toEqual([])
    expect(told('toldInLog', { 'partner.told': 'no' }, { 'partner.log': [request('2026-12-10')] })).toEqual([])
    expect(told('toldInLog', { 'partner.told': 'no' }, { 'partner.log': [reply('2026-11-10', {})] })).toEqual([])
  })
})

describe('what is urgent', () => {
  it('is named with the number of its support case, once that is known', () => {
    for (const urgent of ['down', 'payments', 'data_loss', 'data_leak'])
      expect(assessed(aCase({ 'about.urgent': urgent, 'about.urgentCase': 'E-7' }), AS_OF).notices[0]).toEqual({
        id: 'emergencyHandled',
        about: 'about.urgentCase',
        texts: { number: 'E-7' },
      })
  })

  it('is a security case where data has leaked, and not Adobe’s with Open Source', () => {
    const leak = { 'about.urgent': 'data_leak' }
    expect(told('securityIncident', leak)).toEqual([{ id: 'securityIncident', about: 'about.urgent' }])
    expect(told('securityIncident', { 'about.urgent': 'down' })).toEqual([])
    const openSource = { ...leak, 'about.deployment': 'open_source', 'about.urgentCase': 'E-7' }
    expect(told('emergencyOpenSource', openSource)).toHaveLength(1)
    expect(told('emergencyHandled', openSource)).toEqual([])
  })

  it('is nothing where nothing is', () => {
    for (const urgent of ['none', null])
      for (const id of ['securityIncident', 'emergencyHandled', 'emergencyOpenSource'])
        expect(told(id, { 'about.urgent': urgent, 'about.deployment': 'open_source' })).toEqual([])
  })
})

describe('time', () => {
  const waiting = (hard: string, asOf = AS_OF) =>
    assessed(
      aCase(
        { ...allButThePartner, 'request.hardDate': hard },
        { ...settledRows, 'partner.log': [request('2026-11-20')] },
      ),
      asOf,
    ).notices.filter(({ id }) => id === 'timeShort' || id === 'timeOver')

  it('is short where the date that must not be missed lies on or before the day that is waited for', () => {
    const dates = { hard: '2026-11-27', until: '2026-11-27' }
    expect(waiting('2026-11-27')).toEqual([{ id: 'timeShort', about: 'request.hardDate', dates }])
    expect(waiting('2026-11-28')).toEqual([])
    expect(waiting(AS_OF)).toMatchObject([{ id: 'timeShort' }])
  })

  it('is over where that date has passed, and nothing is said where nobody is waited for', () => {
    expect(waiting('2026-11-23')).toMatchObject([{ id: 'timeOver' }])
    expect(waiting('2026-11-26', '2026-12-01')).toEqual([])
  })
})

describe('people at the partner, and others', () => {
  const log = (...rows: readonly object[]) => ({ 'partner.log': rows as never })

  it('are told of who is away', () => {
    const away = reply('2026-11-20', { answer: 'auto', autoSays: 'away', promised: '2026-11-30' })
    expect(told('contactAway', {}, log(request('2026-11-19'), away))).toMatchObject([{ dates: { date: '2026-11-30' } }])
    expect(told('contactAway', {}, log(request('2026-11-19'), away), '2026-12-01')).toEqual([])
  })

  it('are one company to a case', () => {
    expect(told('otherCompany', {}, log({ from: 'other' }))).toMatchObject([{ texts: { code: 'P1' } }])
    expect(told('otherCompany', {}, log(request(AS_OF)))).toEqual([])
  })

  it('name no day before the message itself, and such a day is not counted', () => {
    const slips = log(
      request('2026-11-20', { answerBy: '2026-11-19' }),
      reply('2026-11-21', { answer: 'plan', promised: '2026-11-20' }),
    )
    expect(told('dayBeforeMessage', {}, slips)).toEqual([
      {
        id: 'dayBeforeMessage',
        about: 'partner.log.row-1.answerBy',
        texts: { code: 'P1' },
        dates: { date: '2026-11-19' },
      },
      {
        id: 'dayBeforeMessage',
        about: 'partner.log.row-2.promised',
        texts: { code: 'P2' },
        dates: { date: '2026-11-20' },
      },
    ])
    const month = log(request('2026-11', { answerBy: '2026-11-01' } as never))
    expect(told('dayBeforeMessage', {}, month)).toEqual([])
  })
})

describe('a day that may be a slip of the year', () => {
  it('is asked about where it lies ahead of what is late, or more than half a year ahead', () => {
    const due = (row: object) => told('yearToCheck', {}, { 'scope.deliverables': [row] })
    expect(due({ status: 'late', promised: '2026-11-25' })).toMatchObject([
      { about: 'scope.deliverables.row-1.promised', dates: { date: '2026-11-25' } },
    ])
    expect(due({ status: 'late', promised: AS_OF })).toEqual([])
    expect(due({ status: 'delivered', promised: '2027-11-25' })).toEqual([])
    const plan = (promised: string) =>
      told('yearToCheck', {}, { 'partner.log': [reply('2026-11-20', { answer: 'plan', promised })] })
    expect(plan('2027-05-26')).toEqual([])
    expect(plan('2027-05-27')).toMatchObject([{ about: 'partner.log.row-1.promised', texts: { code: 'P1' } }])
  })
})

describe('a lawyer, and what belongs to whom', () => {
  it.each([
    ['Vår advokat har skrivit till dem', true],
    ['De hotar med stämning', true],
    ['Their solicitor has written', true],
    ['We met in court', true],
    ['Tvisten gäller', false],
    ['Vi ska stämma av läget, det kan stämma', false],
    ['The courtyard is closed, and so is courtesy', false],
  ])('"%s" tells of a lawyer or a court: %s', (text, isLegal) => {
    const row = { from: 'partner', text }
    expect(told('legal', {}, { 'partner.log': [row as never] })).toHaveLength(isLegal ? 1 : 0)
    expect(told('legal', { 'request.summary': text })).toHaveLength(isLegal ? 1 : 0)
    expect(told('legal', { 'partner.told': 'cannot', 'partner.whyNot': text })).toHaveLength(isLegal ? 1 : 0)
  })

  it('speaks of access where code, domain or project are named, or access is wanted, except with Open Source', () => {
    expect(told('access', { 'request.wants': ['access'] })).toHaveLength(1)
    expect(told('access', { 'request.ask': 'Källkoden ligger hos dem' })).toHaveLength(1)
    expect(told('access', { 'request.ask': 'The repository is theirs' })).toHaveLength(1)
    expect(told('access', { 'request.ask': 'A meeting' })).toEqual([])
    expect(told('access', { 'request.ask': 'They reported it in the weekly report' })).toEqual([])
    expect(told('access', { 'request.wants': ['access'], 'about.deployment': 'open_source' })).toEqual([])
  })
})

describe('an addition', () => {
  it('that is only spoken of, and without effect by the merchant’s word, is to be confirmed', () => {
    const spoken = (row: object) =>
      told(
        'spokenWithoutEffect',
        { 'added.any': 'yes' },
        { 'added.items': [{ title: 'Klarna', effect: 'no_impact', ...row }] },
      )
    expect(spoken({})).toMatchObject([{ texts: { code: 'A1', title: 'Klarna' } }])
    expect(spoken({ inWriting: 'yes' })).toEqual([])
    expect(spoken({ changeRequest: 'CR-1' })).toEqual([])
    expect(spoken({ effect: 'asked_partner' })).toEqual([])
  })
})

describe('the release', () => {
  it('is named with its line, its period and the day of the list', () => {
    const [notice] = told('releaseEnded', { 'about.version': '2.4.3-p1', 'about.deployment': 'on_premises' })
    expect(notice).toEqual({
      id: 'releaseEnded',
      about: 'about.version',
      texts: { line: '2.4.3', period: 'unsupported' },
      dates: { date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), asOf: RELEASES_AS_OF },
    })
  })

  it('is not mentioned where Adobe runs it, or where it is not Adobe’s', () => {
    for (const deployment of ['saas', 'open_source'])
      expect(told('releaseEnded', { 'about.version': '2.4.3', 'about.deployment': deployment })).toEqual([])
    expect(told('releaseEnded', { 'about.version': 'something', 'about.deployment': 'cloud' })).toEqual([])
    expect(told('versionUnread', { 'about.version': 'something', 'about.deployment': 'cloud' })).toEqual([
      { id: 'versionUnread', about: 'about.version', texts: { version: 'something' } },
    ])
    expect(told('versionUnread', { 'about.version': 'something', 'about.deployment': 'saas' })).toEqual([])
    expect(told('releaseEnded', { 'about.deployment': 'cloud' })).toEqual([])
  })

  it.each(['v2.4.5', '2.4.5p3', '2,4,5', 'Adobe Commerce 2.4.5-p3 (EE)', '２.４.５'])(
    'is read as it is written: %s',
    (version) => {
      expect(told('cloudDeadline', { 'about.version': version, 'about.deployment': 'cloud' })).toHaveLength(1)
    },
  )

  it('has its deadlines on cloud infrastructure with the day of Adobe’s notice', () => {
    const cloud = (version: string, id: string) => told(id, { 'about.version': version, 'about.deployment': 'cloud' })
    const at = { about: 'about.version', texts: { line: '2.4.5' } }
    expect(cloud('2.4.5', 'cloudDeadline')).toEqual([
      { ...at, id: 'cloudDeadline', dates: { date: '2027-06-01', asOf: CLOUD_POLICY_AS_OF } },
    ])
    expect(cloud('2.4.5', 'cloudSoftware')).toEqual([
      { ...at, id: 'cloudSoftware', dates: { first: '2026-10-30', last: '2026-10-30', asOf: CLOUD_POLICY_AS_OF } },
    ])
    for (const line of ['2.4.6', '2.4.7', '2.4.8', '2.4.9'])
      expect(cloud(line, 'cloudSoftware')).toMatchObject([{ dates: { first: '2026-10-30', last: '2027-05-31' } }])
    for (const line of ['2.4.8', '2.4.9']) expect(cloud(line, 'cloudDeadline')).toEqual([])
    expect(told('cloudSoftware', { 'about.version': '2.4.8', 'about.deployment': 'on_premises' })).toEqual([])
    expect(told('cloudDeadline', { 'about.deployment': 'cloud' })).toEqual([])
  })
})

describe('to whom the advice was not written', () => {
  it.each([
    ['saas', 1, 0],
    [{ unknown: true }, 1, 0],
    ['open_source', 0, 1],
    ['cloud', 0, 0],
    [null, 0, 0],
  ])('is told of %j', (deployment, outside, openSource) => {
    const answers = { 'about.deployment': deployment }
    expect(told('outsideAdvice', answers)).toHaveLength(outside)
    expect(told('openSource', answers)).toHaveLength(openSource)
    for (const notice of [...told('outsideAdvice', answers), ...told('openSource', answers)])
      expect(notice.about).toBe('about.deployment')
  })
})

describe('an example', () => {
  const example = {
    title: 'Orders',
    expected: 'In ERP',
    actual: 'Not there',
    date: '2026-11-01',
    where: 'Shop',
  }

  it('of what Adobe runs or hosts wants the number of a support case, until it has one', () => {
    const missing = (concerns: string | null, supportCase: string | null = null) =>
      told('supportCaseMissing', {}, { 'examples.items': [{ ...example, concerns, supportCase } as never] })
    for (const concerns of ['adobe_commerce', 'hosting'])
      expect(missing(concerns)).toEqual([
        {
          id: 'supportCaseMissing',
          about: 'examples.items.row-1.supportCase',
          texts: { code: 'E1', title: 'Orders' },
        },
      ])
    for (const concerns of ['partner_build', null]) expect(missing(concerns)).toEqual([])
    expect(missing('hosting', 'CAS-123')).toEqual([])
    expect(missing('hosting', '  ')).toHaveLength(1)
  })

  it('that the partner has not heard of is news to it, once it says anything at all', () => {
    const news = (row: object) => told('newsToPartner', {}, { 'examples.items': [row] })
    expect(news({ ...example, raised: 'no' })).toEqual([
      { id: 'newsToPartner', about: 'examples.items.row-1.raised', texts: { code: 'E1', title: 'Orders' } },
    ])
    expect(news({ ...example, raised: 'yes' })).toEqual([])
    expect(news({})).toEqual([])
    expect(news({ where: 'Shop' })).toMatchObject([{ texts: { title: '' } }])
  })
})

describe('a deliverable', () => {
  it('that is affected and not due yet is mentioned with its day, and no more from that day on', () => {
    const row = { title: 'Search', status: 'missing', promised: '2026-11-25' } as const
    expect(told('notDueYet', {}, { 'scope.deliverables': [row] })).toEqual([
      {
        id: 'notDueYet',
        about: 'scope.deliverables.row-1.promised',
        texts: { code: 'S1', title: 'Search' },
        dates: { date: '2026-11-25' },
      },
    ])
    expect(told('notDueYet', {}, { 'scope.deliverables': [row] }, '2026-11-25')).toEqual([])
    expect(told('notDueYet', {}, { 'scope.deliverables': [{ ...row, promised: null }] })).toEqual([])
    expect(
      told(
        'notDueYet',
        {},
        {
          'scope.deliverables': [{ ...row, status: 'delivered', title: null, promised: '2026-12-01' }],
        },
      ),
    ).toEqual([])
    expect(told('notDueYet', {}, { 'scope.deliverables': [{ ...row, title: null }] })).toMatchObject([
      { texts: { title: '' } },
    ])
  })

  it('of the document cannot well have come before it', () => {
    const slips = (row: object, documentDate: unknown = '2026-03-01') =>
      told(
        'deliveredBeforeDocument',
        { 'scope.document': 'yes', 'scope.documentDate': documentDate },
        { 'scope.deliverables': [{ status: 'delivered', deliveredOn: '2026-02-28', ...row }] },
      )
    const slip = {
      id: 'deliveredBeforeDocument',
      about: 'scope.deliverables.row-1.deliveredOn',
      texts: { code: 'S1' },
      dates: { date: '2026-02-28', document: '2026-03-01' },
    }
    expect(slips({})).toEqual([slip])
    expect(slips({ agreedIn: 'contract' })).toEqual([slip])
    expect(slips({ agreedIn: 'amendment' })).toEqual([])
    expect(slips({ agreedIn: 'verbal' })).toEqual([])
    expect(slips({ deliveredOn: '2026-03-01' })).toEqual([])
    expect(slips({ deliveredOn: null })).toEqual([])
    expect(slips({}, null)).toEqual([])
  })
})

describe('a row of the contact log that does not count', () => {
  const gaps = (log: readonly object[]) =>
    assessed(aCase(unmet, { 'partner.log': log as never }), AS_OF).notices.filter(({ id }) =>
      ['contactUndated', 'contactInFuture', 'answerWithoutKind', 'contactBeforeConcern'].includes(id),
    )

  it('is listed with what it lacks, at its field', () => {
    expect(
      gaps([
        request('2026-10-01'),
        request(null as unknown as string),
        request('2026-11-25'),
        reply('2026-10-05', {}),
        reply('2026-09-30', { answer: 'unclear' }),
      ]),
    ).toEqual([
      { id: 'contactUndated', about: 'partner.log.row-2.date', texts: { code: 'P2' } },
      {
        id: 'contactInFuture',
        about: 'partner.log.row-3.date',
        texts: { code: 'P3' },
        dates: { date: '2026-11-25' },
      },
      { id: 'answerWithoutKind', about: 'partner.log.row-4.answer', texts: { code: 'P4' } },
      { id: 'contactBeforeConcern', about: 'partner.log.row-5.date', texts: { code: 'P5' } },
    ])
  })

  it('is none where it counts: today, on the day of the request, and whatever the merchant wrote', () => {
    expect(
      gaps([
        request('2026-10-01'),
        reply('2026-10-01', { answer: 'unclear' }),
        request(AS_OF),
        request('2026-09-01', { concernStated: 'no' }),
      ]),
    ).toEqual([])
  })

  it('is not said to come before the partner was told, where nobody has said whether an earlier message told it', () => {
    const unsaid = request('2026-09-01', { concernStated: null })
    expect(gaps([unsaid, reply('2026-09-10', { answer: 'unclear' }), request('2026-10-01')])).toEqual([])
    expect(gaps([reply('2026-08-10', { answer: 'unclear' }), unsaid])).toMatchObject([{ id: 'contactBeforeConcern' }])
  })

  it('is an answer before its question also where no question was ever asked', () => {
    expect(gaps([reply('2026-10-01', { answer: 'unclear' })])).toMatchObject([{ id: 'contactBeforeConcern' }])
  })
})

describe('the last contact', () => {
  const stale = (answers = {}, date = '2026-10-24') =>
    told('staleContact', answers, { 'partner.log': [request('2026-09-01'), request(date)] })

  it('is looked at again when it is more than thirty days old, and names its day', () => {
    expect(stale()).toEqual([{ id: 'staleContact', about: 'partner.log.row-2.date', dates: { date: '2026-10-24' } }])
    expect(stale({}, '2026-10-25')).toEqual([])
  })

  it('is left alone where the partner has put it right, or is not concerned', () => {
    expect(stale({ 'partner.solvedOn': '2026-11-01' })).toEqual([])
    expect(stale({ 'partner.told': 'cannot', 'partner.whyNot': 'It is the host.' })).toEqual([])
    expect(told('staleContact', {})).toEqual([])
  })
})

describe('what a receiver needs', () => {
  it('is asked for one by one', () => {
    for (const [id, about] of [
      ['noAsk', 'request.ask'],
      ['noSummary', 'request.summary'],
      ['noContact', 'about.email'],
    ] as const)
      expect(told(id, {})).toEqual([{ id, about }])
    expect(told('noAsk', { 'request.ask': 'A meeting.' })).toEqual([])
    expect(told('noAsk', { 'request.ask': '  ' })).toHaveLength(1)
    expect(told('noAsk', { 'request.wants': ['meeting'] })).toEqual([])
    expect(told('noAsk', { 'request.wants': [] })).toHaveLength(1)
    expect(told('noSummary', { 'request.summary': 'Late.' })).toEqual([])
    expect(told('noContact', { 'about.email': 'a@b.se' })).toEqual([])
    expect(told('noContact', { 'about.phone': '070-123 45 67' })).toEqual([])
  })

  it('is a reason wherever something does not apply', () => {
    for (const [area, field, no, yes] of [
      ['scope', 'applies', 'no', 'yes'],
      ['added', 'applies', 'no', 'yes'],
      ['examples', 'applies', 'no', 'yes'],
      ['partner', 'told', 'cannot', 'no'],
    ]) {
      expect(told('noReason', { [`${area}.${field}`]: no })).toEqual([
        { id: 'noReason', about: `${area}.whyNot`, texts: { area } },
      ])
      expect(told('noReason', { [`${area}.${field}`]: no, [`${area}.whyNot`]: 'Because.' })).toEqual([])
      expect(told('noReason', { [`${area}.${field}`]: yes })).toEqual([])
    }
  })

  it('is more than nothing: a list with anything in it', () => {
    expect(told('nearlyEmpty', {})).toEqual([{ id: 'nearlyEmpty', about: 'scope.deliverables' }])
    for (const list of ['scope.deliverables', 'partner.log', 'examples.items'])
      expect(told('nearlyEmpty', {}, { [list]: [{}] })).toEqual([])
  })
})

describe('wording', () => {
  const vague = (answers: object, rows: Rows = {}) => told('vagueWord', answers as Record<string, unknown>, rows)

  it('is looked at where a stranger looks for facts, and the word is named', () => {
    expect(vague({ 'request.summary': 'It often stops' })).toEqual([
      { id: 'vagueWord', about: 'request.summary', texts: { word: 'often' } },
    ])
    for (const name of ['title', 'expected', 'actual', 'frequency', 'impact'])
      expect(vague({}, { 'examples.items': [{ [name]: 'It often stops' }] })).toMatchObject([
        { about: `examples.items.row-1.${name}` },
      ])
    expect(
      vague({}, { 'scope.deliverables': [{ status: 'unsatisfactory', lacking: 'It often stops' }] }),
    ).toMatchObject([{ about: 'scope.deliverables.row-1.lacking' }])
    expect(vague({}, { 'scope.deliverables': [{ title: 'It often stops' }] })).toMatchObject([
      { about: 'scope.deliverables.row-1.title' },
    ])
    // A title may be short where a fact below it has a figure.
    for (const name of ['actual', 'frequency', 'impact'])
      expect(vague({}, { 'examples.items': [{ title: 'It often stops', [name]: '12 of 12' }] })).toEqual([])
    for (const name of ['expected', 'where'])
      expect(vague({}, { 'examples.items': [{ title: 'It often stops', [name]: '12 of 12' }] })).toHaveLength(1)
    expect(vague({ 'request.summary': 'It stops' })).toEqual([])
    expect(vague({ 'request.ask': 'We often meet' })).toEqual([])
  })

  it('tells of what should not be sent, at its own field in a row', () => {
    const rows = { 'examples.items': [{ actual: 'password: hunter22' }] }
    expect(told('sensitive', {}, rows)).toEqual([
      { id: 'sensitive', about: 'examples.items.row-1.actual', texts: { sensitive: 'secret' } },
    ])
    expect(told('sensitive', { 'request.ask': 'password: hunter22' })).toEqual([
      { id: 'sensitive', about: 'request.ask', texts: { sensitive: 'secret' } },
    ])
    const people = [{ name: 'Sara Lind', role: 'password: hunter22' }]
    expect(told('sensitive', { 'about.partnerPeople': people })).toEqual([
      { id: 'sensitive', about: 'about.partnerPeople', texts: { sensitive: 'secret' } },
    ])
  })
})

describe('what looks like a number that should not be sent', () => {
  it.each([
    ['a card number', '4111 1111 1111 1111', 'cardNumber'],
    ['the same with one digit wrong', '4111 1111 1111 1112', null],
    ['one with a doubled nine', '5555 5555 5555 4444', 'cardNumber'],
    ['a number that begins as no card does', '9111 1111 1111 1111', null],
    ['a number whose first digits are others, with a three in it', '7000 0000 0000 3000', null],
    ['sixteen zeros', '0000 0000 0000 0000', null],
    ['a personal identity number', '811218-9876', 'personalNumber'],
    ['the same with its century', '19811218-9876', 'personalNumber'],
    ['the same with another last digit', '811218-9875', null],
    ['an order number', '2026-11-24 1234', null],
  ])('%s', (_, text, expected) => {
    expect(sensitiveIn(`It says ${text} there`)).toBe(expected)
  })
})

describe('the assessment', () => {
  it('sorts its conclusions into what is settled and, under each action, what is open', () => {
    const open = assessed(aCase(unmet), AS_OF)
    expect(open.open.length).toBeGreaterThan(1)
    for (const { action, reasons } of open.open) {
      expect(reasons.length).toBeGreaterThan(0)
      for (const reason of reasons) expect(reason).toMatchObject({ action, state: 'gap' })
    }
    const settled = assessed(aCase(allButThePartner, { ...settledRows, 'partner.log': [request('2026-10-01')] }), AS_OF)
    expect(settled.settled.length).toBeGreaterThan(2)
    for (const { state } of settled.settled) expect(state).not.toBe('gap')
    const all = [...settled.settled, ...settled.open.flatMap(({ reasons }) => reasons)]
    expect(new Set(all).size).toBe(all.length)
  })

  it('says until when somebody waits, of waiting and of following a plan alone', () => {
    const until = (log: readonly object[]) => {
      const { open } = assessed(aCase(allButThePartner, { ...settledRows, 'partner.log': log as never }), AS_OF)
      return open.map((each) => [each.action, each.until])
    }
    expect(until([request('2026-11-20')])).toEqual([['AWAIT_PARTNER', '2026-11-27']])
    expect(until([request('2026-11-01'), reply('2026-11-05', { answer: 'plan', promised: '2026-12-10' })])).toEqual([
      ['FOLLOW_PLAN', '2026-12-10'],
    ])
    expect(until([])).toEqual([['CONTACT_PARTNER', null]])
  })
})

describe('what was said about the partner beside what the log says', () => {
  const beside = (log: readonly object[], more: object = {}) =>
    told('toldInLog', { ...allButThePartner, 'partner.told': 'no', ...more }, { ...settledRows, 'partner.log': log })

  it('is named where it is “not yet” and the log has a day', () => {
    expect(beside([request('2026-11-20'), request('2026-11-12')])).toEqual([
      { id: 'toldInLog', about: 'partner.told', dates: { date: '2026-11-12' } },
    ])
  })

  it('is not where both say the same, or the row is none of what is wrong or still ahead', () => {
    expect(beside([request('2026-11-20')], { 'partner.told': 'yes' })).toEqual([])
    expect(beside([])).toEqual([])
    expect(
      beside([request('2026-11-20', { concernStated: 'no' }), reply('2026-11-20', {}), request('2026-11-25')]),
    ).toEqual([])
  })
})

describe('a review of the document', () => {
  it('is asked about where it came before the document, unless there is none', () => {
    const notices = (reviewed: string | null, document: string | null, none = false) =>
      told('reviewBeforeDocument', {
        'scope.reviewedOn': reviewed,
        'scope.documentDate': document,
        'scope.noDocument': none,
      })
    expect(notices('2026-02-28', '2026-03-01')).toEqual([
      {
        id: 'reviewBeforeDocument',
        about: 'scope.reviewedOn',
        dates: { date: '2026-02-28', document: '2026-03-01' },
      },
    ])
    expect(notices('2026-02-28', '2026-03')).toHaveLength(1)
    expect(notices('2026-03-01', '2026-03')).toEqual([])
    expect(notices('2026-03-01', '2026-03-01')).toEqual([])
    expect(notices('2026-02-28', '2026-03-01', true)).toEqual([])
    expect(notices(null, '2026-03-01')).toEqual([])
    expect(notices('2026-02-28', null)).toEqual([])
  })
})

describe('an answer before anything was asked', () => {
  it('is pointed out unless it counts, or may be from the same day', () => {
    const early = (date: string, asked: object = {}) =>
      told(
        'contactBeforeConcern',
        {},
        { 'partner.log': [reply(date, { answer: 'unclear' }), request('2026-11-10', asked)] },
      ).map(({ about }) => about)
    expect(early('2026-11-09')).toEqual(['partner.log.row-1.date'])
    expect(early('2026-11-10')).toEqual([])
    expect(early('2026-11-12')).toEqual([])
    expect(early('2026-11-12', { concernStated: 'no' })).toEqual(['partner.log.row-1.date'])
    expect(early('2026-11-12', { concernStated: null })).toEqual([])
  })
})
