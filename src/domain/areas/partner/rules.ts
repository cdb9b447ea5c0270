import { type Conclusion, gap, met, notApplicable, type ScopeState } from '../../assessment/conclusion.ts'
import { answerOrNull, nonBlank } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { lastDayOf, type PlainDate } from '../../dates/plainDate.ts'
import { isOutOfScope } from '../scope/affected.ts'
import { asPromised, contactField, type DatedContact } from './contactLog.ts'
import type { Matter, PartnerStanding } from './matters.ts'
import { type Contact, isAbout, isRequest } from './schema.ts'
import type { Thread } from './thread.ts'

/** S: "given them an opportunity", "aren't responding or don't have a clear answer". A conclusion names its matters. */
export function partnerConclusions(
  { partner }: Answers,
  { is, solvedOn, cameBack, matters, isAllDelivered }: PartnerStanding,
  scopeState: ScopeState,
): readonly Conclusion[] {
  const solved = { used: ['partner.solvedOn'], dates: { date: solvedOn ?? '' } }
  if (is === 'solved') return [met('partner.solved', 'partner.solvedOn', solved)]
  const again =
    cameBack !== null &&
    met('partner.cameBack', contactField(cameBack, 'date'), {
      used: ['partner.solvedOn', contactField(cameBack, 'date')],
      dates: { date: solvedOn ?? '', again: cameBack.date },
    })
  const confirm =
    isAllDelivered && gap('partner.confirm', 'partner.solvedOn', 'CONFIRM_SOLVED', { used: ['partner.solvedOn'] })
  const cannot =
    is === 'cannot' &&
    notApplicable('partner.cannot', 'partner.told', {
      used: ['partner.told', 'partner.whyNot'],
      texts: { whyNot: nonBlank(partner.whyNot) ?? '' },
    })
  const said = matters.map((matter) => ({ matter, conclusions: threadConclusions(matter, partner, scopeState) }))
  return [again, cannot, confirm, ...together(said)].filter((conclusion) => conclusion !== false)
}

interface OfMatter {
  matter: Matter
  conclusions: readonly Conclusion[]
}

/** What is the same for several matters is said once; what holds for all of them names none. */
function together(said: readonly OfMatter[]): readonly Conclusion[] {
  const found = new Map<string, { conclusion: Conclusion; codes: string[] }>()
  for (const { matter, conclusions } of said)
    for (const conclusion of conclusions) {
      const key = JSON.stringify(conclusion)
      const known = found.get(key) ?? { conclusion, codes: [] }
      if (matter.deliverable !== null) known.codes.push(`S${matter.deliverable.code}`)
      found.set(key, known)
    }
  return [...found.values()].map(({ conclusion, codes }) =>
    codes.length === said.length || codes.length === 0 ? conclusion : { ...conclusion, matters: codes },
  )
}

function threadConclusions(matter: Matter, partner: Answers['partner'], scope: ScopeState): readonly Conclusion[] {
  const { thread } = matter
  const standing = standingOf(matter, partner, scope)
  return thread.first === null || thread.state === 'NOT_TOLD' ? [standing] : [told(thread.first), standing]
}

const told = (row: DatedContact): Conclusion =>
  met('partner.told', contactField(row, 'concernStated'), {
    used: [contactField(row, 'date'), contactField(row, 'concernStated')],
    dates: { date: row.date },
  })

function standingOf(matter: Matter, partner: Answers['partner'], scope: ScopeState): Conclusion {
  const { deliverable, thread } = matter
  const { state, word, requests, unsorted, missed, plan } = thread
  const date: PlainDate = thread.date ?? ''
  const wordFields =
    word === null ? [] : [contactField(word, 'date'), contactField(word, 'answer'), contactField(word, 'promised')]
  const asked = requests.flatMap((row) => [contactField(row, 'date'), contactField(row, 'answerBy')])
  const answer = word === null ? 'partner.log' : contactField(word, 'answer')
  const onThatDay = { used: wordFields, dates: { date: word?.date ?? date } }
  const onDay = { used: wordFields, dates: { date: word === null ? date : asPromised(word, date) } }
  const latest = requests.at(-1)
  const aboutRequest = latest === undefined ? answer : contactField(latest, 'answerBy')
  switch (state) {
    case 'NOT_TOLD':
      return notTold(
        thread,
        partner.log.filter((row) => deliverable === null || isAbout(row, deliverable.id)),
        partner.log.some(isRequest) ? null : partner.told,
      )
    case 'UNSORTED':
      return gap('partner.unsorted', unsorted === null ? answer : contactField(unsorted, 'answer'), 'NAME_ANSWER', {
        dates: { date: unsorted?.date ?? date },
      })
    case 'AWAIT':
      return gap('partner.awaited', aboutRequest, 'AWAIT_PARTNER', { used: [...asked, ...wordFields], dates: { date } })
    case 'SILENT':
      return word === null || latest === undefined
        ? met('partner.silent', aboutRequest, { used: asked, dates: { date } })
        : met('partner.silent', aboutRequest, {
            used: [...asked, ...wordFields],
            variant: 'since',
            dates: { date, answered: word.date, asked: latest.date },
          })
    case 'TO_CHECK':
      return gap('partner.done', answer, 'CHECK_DELIVERY', onThatDay)
    case 'OURS':
      return asks(matter, answer, onThatDay)
    case 'UNCLEAR':
      return met('partner.unclear', answer, onThatDay)
    case 'PLAN':
      return gap('partner.plan', answer, 'FOLLOW_PLAN', onDay)
    case 'CHASE':
      return gap('partner.chase', answer, 'CHASE_PLAN', onDay)
    case 'BROKEN':
      return met('partner.broken', answer, onDay)
    case 'REPEATED':
      return met('partner.repeated', answer, {
        used: wordFields,
        days: missed,
        count: missed.length,
        ...(word !== null &&
          plan !== null &&
          !missed.some((day) => lastDayOf(day) === plan) && {
            variant: 'running',
            dates: { date: asPromised(word, plan) },
          }),
      })
    case 'REFUSED': {
      // What is not in scope and was requested as a change has to be settled between the two (C).
      const isChange = deliverable === null ? scope === 'OUT_CR' : isOutOfScope(deliverable)
      return isChange
        ? gap('partner.refused', answer, 'SETTLE_CHANGES', onThatDay)
        : met('partner.refused', answer, onThatDay)
    }
  }
}

/** Whoever has written since is asked whether that was what they asked for. */
function asks({ rows, thread: { word } }: Matter, answer: string, said: Pick<Conclusion, 'used' | 'dates'>) {
  const since = rows.slice(rows.findIndex(({ id }) => id === word?.id) + 1)
  const unsaid = since
    .slice(since.findLastIndex(({ gave }) => gave === 'no') + 1)
    .findLast((row) => row.from === 'merchant' && row.gave === null)
  return unsaid === undefined
    ? gap('partner.asks', answer, 'ANSWER_PARTNER', said)
    : gap('partner.asks', contactField(unsaid, 'gave'), 'ANSWER_PARTNER', {
        ...said,
        variant: 'written',
        dates: { ...said.dates, again: unsaid.date },
      })
}

/** Rows without a day do not count, and nobody is told that they have said nothing. */
function notTold({ hasLeft }: Thread, log: readonly Contact[], told: Answers['partner']['told']): Conclusion {
  const used = log.map((row) => contactField(row, 'concernStated'))
  const undated = log.find(
    (row) => row.from === 'merchant' && row.concernStated === 'yes' && answerOrNull(row.date) === null,
  )
  if (hasLeft) return gap('partner.told', 'partner.log', 'CONTACT_PARTNER', { used, variant: 'left' })
  if (undated === undefined && told === 'yes')
    return gap('partner.told', 'partner.log', 'CONTACT_PARTNER', { used: ['partner.told'], variant: 'notLogged' })
  return undated === undefined
    ? gap('partner.told', 'partner.log', 'CONTACT_PARTNER', { used })
    : gap('partner.told', contactField(undated, 'date'), 'CONTACT_PARTNER', { used, variant: 'undated' })
}
