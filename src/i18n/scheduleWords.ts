import { type Matter, missedDays, requestsIn } from '../domain/areas/partner/matters.ts'
import { isRequest } from '../domain/areas/partner/schema.ts'
import { compareDays, daysBetween, isPlainMonth } from '../domain/dates/plainDate.ts'
import type { Schedule } from '../domain/schedule/schedule.ts'
import type { Track } from '../domain/schedule/track.ts'
import { dateValues, isolated } from './assessmentWords.ts'
import type { Words } from './useWords.ts'

export interface LineSentence {
  text: string
  dates: readonly string[]
}

type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string

const sayer =
  ({ translate }: Words): Say =>
  (key, values) =>
    translate(`sheet:line.${key}`, values)

const trackName = ({ code, title }: Track): string => isolated([code, title].filter(Boolean).join(' '))

/** A delay since a month is no exact number of days: it counts from the end of the month. */
const isSinceAMonth = ({ agreed }: Pick<Track, 'agreed'>): boolean => agreed !== null && isPlainMonth(agreed)

/** Recorded numbers only, no adjectives. */
export function scheduleSentences(words: Words, schedule: Schedule): readonly LineSentence[] {
  const say = sayer(words)
  return [...deliveryAndDelay(words, schedule), ...contactSentences(words, say, schedule)]
}

export const deliveryAndDelay = (words: Words, schedule: Schedule): readonly LineSentence[] => [
  ...deliverySentences(words, sayer(words), schedule),
  ...delaySentences(words, sayer(words), schedule),
]

function deliverySentences({ formats }: Words, say: Say, schedule: Schedule): readonly LineSentence[] {
  const all = [...schedule.tracks, ...schedule.undated]
  const of = all.length
  if (of === 0) return [{ text: say('noDeliverables'), dates: [] }]
  // Solved, and what stands at the deliverables was not changed: nothing is said against it.
  if (schedule.standing.is === 'solved' && all.some(({ status }) => status !== 'delivered')) return []
  const missing = all.filter(({ here, wasDue }) => here === false && !wasDue)
  const faulty = all.filter(({ status }) => status === 'unsatisfactory')
  const datesOf = (tracks: readonly Track[]) =>
    tracks.map((track) =>
      track.agreed === null || !track.isAgreed
        ? say('notHereUndated', { row: trackName(track) })
        : say('notHere', { row: trackName(track), date: formats.date(track.agreed) }),
    )
  if (missing.length > 0) {
    const text = of === 1 ? say('onlyNotDelivered') : say('notDelivered', { count: missing.length, of })
    const also =
      faulty.length > 0 ? [{ text: say('alsoFaulty', { count: faulty.length }), dates: datesOf(faulty) }] : []
    return [{ text, dates: datesOf(missing) }, ...also]
  }
  const someUnsaid = all.some(({ here }) => here === null)
  if (faulty.length > 0) {
    const key = of === 1 ? 'onlyFaulty' : someUnsaid ? 'faultySome' : 'faulty'
    return [{ text: say(key, { count: faulty.length, of }), dates: datesOf(faulty) }]
  }
  // What came back is not said to be accepted.
  if (!someUnsaid && schedule.standing.cameBack !== null) return []
  return [{ text: someUnsaid ? say('noStatus') : say('allHere', { count: of }), dates: [] }]
}

function delaySentences({ formats }: Words, say: Say, schedule: Schedule): readonly LineSentence[] {
  const { tracks, undated, longest } = schedule
  if (longest?.delay) {
    const { from, to, days } = longest.delay
    const since = formats.date(isSinceAMonth(longest) ? (longest.agreed ?? from) : from)
    const values = { row: trackName(longest), from: since, to: formats.date(to) }
    const which = longest.affected && !longest.wasDue ? 'longest' : 'past'
    const key = `${which}${isSinceAMonth(longest) ? 'AtLeast' : 'Delay'}`
    return [{ text: say(key, { count: days }), dates: [say('counted', values)] }]
  }
  const anyAgreed = tracks.some(({ agreed }) => agreed !== null)
  return anyAgreed || tracks.length + undated.length === 0 ? [] : [{ text: say('noAgreedDates'), dates: [] }]
}

function contactSentences(words: Words, say: Say, schedule: Schedule): readonly LineSentence[] {
  const { formats } = words
  const { contacts, standing, asOf } = schedule
  const sentence = (text: string, dates: readonly string[] = []): LineSentence => ({ text, dates })
  if (contacts.length === 0) return [sentence(say('noContacts'))]
  if (standing.is === 'solved') return [sentence(say('solved', { date: formats.date(standing.solvedOn ?? asOf) }))]
  if (standing.is === 'cannot') return []
  const missed = missedDays(standing.matters)
  const promises =
    missed.length === 0
      ? []
      : [
          sentence(
            missed.length === 1
              ? say('promisePassed', { date: formats.date(missed[0] ?? asOf) })
              : say('promisesPassed', { dates: formats.list(missed.map((day) => formats.date(day))) }),
          ),
        ]
  const requests = requestsIn(standing.matters)
  if (requests.length === 0) {
    if (promises.length > 0) return promises
    if (!contacts.some(isRequest)) return [sentence(say('notTold'))]
    return standing.matters.every(isAnswered) ? [sentence(say('allAnswered'))] : []
  }
  const asked = requests.map(({ date, code }) => say('asked', { ...dateValues(words, { date }), code: `P${code}` }))
  // A message whose kind is not recorded is never counted as silence.
  const unsorted = standing.matters.map(({ thread }) => thread.unsorted).find((row) => row !== null)
  if (unsorted) return [...promises, sentence(say('answerNotSaid', dateValues(words, { date: unsorted.date })), asked)]
  const answers = standing.matters.flatMap(({ thread }) => thread.word ?? [])
  const latest = answers.sort((a, b) => compareDays(b.day, a.day))[0]
  if (latest === undefined) return [...promises, sentence(say('neverAnswered', { count: requests.length }), asked)]
  // Of several matters: the others were asked about before.
  if (requests.some(({ day }) => day < latest.day))
    return [...promises, sentence(say('waiting', { count: requests.length }), asked)]
  const days = daysBetween(latest.day, asOf)
  const values = { ...dateValues(words, { date: latest.date }), code: `P${latest.code}` }
  const last = days === 0 ? say('lastAnsweredToday', values) : say('lastAnswered', { count: days })
  return [
    ...promises,
    sentence(last, [say('answered', values)]),
    sentence(say('since', { count: requests.length }), asked),
  ]
}

/** The merchant has written nothing after the answer that stands. */
const isAnswered = ({ rows, thread: { word } }: Matter): boolean =>
  word !== null && !rows.slice(rows.findIndex(({ id }) => id === word.id)).some(({ from }) => from === 'merchant')

export function trackFacts(words: Words, track: Track): readonly string[] {
  const say = sayer(words)
  const { delivered, here, until, wasDue } = track
  return [
    promiseFact(words, say, track),
    movesFact(words, say, track),
    delivered === null ? '' : say('deliveredOn', { date: words.formats.date(delivered) }),
    here === false && !wasDue ? say('notDeliveredBy', { date: words.formats.date(until) }) : '',
    delayWord(words, track, 'long'),
  ].filter((fact) => fact !== '')
}

function promiseFact({ formats }: Words, say: Say, { first, agreed, moves, isAgreed }: Track): string {
  if (agreed === null && first !== null) return say('promisedFirst', { date: formats.date(first) })
  if (agreed === null) return moves.length === 0 ? say('noDates') : ''
  if (!isAgreed) return say('promisedFirst', { date: formats.date(agreed) })
  if (first === null || first === agreed) return say('agreedOn', { date: formats.date(agreed) })
  return say('extended', { first: formats.date(first), agreed: formats.date(agreed) })
}

function movesFact({ formats }: Words, say: Say, { moves }: Track): string {
  const own = moves.filter(({ agreed }) => !agreed).map(({ date }) => formats.date(date))
  return own.length === 0 ? '' : say('moved', { dates: formats.list(own) })
}

/** For screen readers. */
export const trackSentence = (words: Words, track: Track): string =>
  `${[trackName(track) || sayer(words)('untitled'), ...trackFacts(words, track)].join('. ')}.`

export function delayWord(words: Words, track: Track, how: 'short' | 'long'): string {
  const say = sayer(words)
  const { delay, delivered, agreed, isAgreed, here, wasDue } = track
  if (!isAgreed) return ''
  if (delivered === null && here === true && agreed !== null) return say('noDate')
  if (delay !== null) {
    const word = how === 'short' ? 'short' : 'delay'
    return say(isSinceAMonth({ agreed }) ? `${word}AtLeast` : word, { count: delay.days })
  }
  if (agreed === null) return ''
  if (delivered !== null) return say('inTime')
  return here === false && !wasDue ? say('notDue') : ''
}

export function contactsSentence(words: Words, { contacts, silences }: Schedule): string {
  const say = sayer(words)
  const from = (who: string) => contacts.filter((row) => row.from === who).length
  const longest = Math.max(0, ...silences.map(({ days }) => days))
  const counts = say('contactsTitle', { merchant: from('merchant'), partner: from('partner') })
  return longest === 0 ? counts : `${counts} ${say('silenceTitle', { count: longest })}`
}
