import type { PlainDate } from '../domain/dates/plainDate.ts'
import { FRONT, type Sheet } from '../domain/report/sheet.ts'
import { type Axis, axisOf, positionOf, stretchOf } from '../domain/schedule/axis.ts'
import { drawnSilences, type Schedule } from '../domain/schedule/schedule.ts'
import type { Track } from '../domain/schedule/track.ts'
import { questionWords } from '../i18n/questionWords.ts'
import { contactsSentence, delayWord, trackSentence } from '../i18n/scheduleWords.ts'
import { tickName } from '../i18n/sheetWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { own, quiet, type Span, type Speaking } from './spans.ts'

/** In the order of the legend. */
const SHAPES = ['promised', 'own', 'extension', 'delivered', 'waiting', 'delay', 'pin', 'dot', 'silence'] as const
type Shape = (typeof SHAPES)[number]

/** A shape on the promise line. Positions are from 0 to 1. */
export interface Mark {
  key: string
  shape: Shape
  from: number
  to: number
  /** 1 is full size. */
  scale: number
  isHollow?: boolean
  label?: string
}

/** One line of the drawing: a deliverable, or the messages. Later marks cover earlier ones. */
export interface Strip {
  of: 'track' | 'contacts'
  key: string
  marks: readonly Mark[]
  /** Text alternative. */
  sentence: string
  code: string
  name: Span
  status: string
  /** The delay in words. */
  word: string
}

interface Named {
  at: number
  label: string
}

/** The promise line as positions and words: printers need neither dates nor a language. */
export interface Drawing {
  strips: readonly Strip[]
  ticks: readonly Named[]
  today: Named
  /** The date that must not be missed. */
  limit: Named | null
  legend: readonly { mark: Mark; text: string }[]
}

const SCALES: Partial<Record<Shape, number>> = { own: 0.6, delivered: 0.75, waiting: 0.75 }

/** Room for a title next to its line, in characters. */
const TITLE = 60

export function drawingOf(
  saying: Speaking,
  { schedule, hardDate }: Pick<Sheet, 'schedule' | 'hardDate'>,
): Drawing | null {
  const { words } = saying
  const shown = schedule.tracks.slice(0, FRONT.tracks)
  const axis = axisOf(schedule, shown, hardDate === null ? [] : [hardDate.date])
  const strips = [
    ...shown.map((track) => trackStrip(saying, track, axis)),
    ...(schedule.contacts.length > 0 ? [contactStrip(words, schedule, axis)] : []),
  ]
  if (strips.length === 0) return null
  return {
    strips,
    ticks: ticksOf(words, axis),
    today: namedDay(words, axis, 'today', schedule.asOf),
    limit: hardDate === null ? null : namedDay(words, axis, 'limit', hardDate.date),
    legend: legendOf(words, strips),
  }
}

const namedDay = (words: Words, axis: Axis, name: 'today' | 'limit', date: PlainDate): Named => ({
  at: positionOf(axis, date),
  label: words.translate(`sheet:line.${name}`, { date: tickName(words.language, date, 'day') }),
})

export const ticksOf = ({ language }: Words, axis: Axis): Drawing['ticks'] =>
  axis.ticks.map(({ date, names }) => ({ at: positionOf(axis, date), label: tickName(language, date, names) }))

/** The shapes that are drawn, and no other. */
export function legendOf(words: Words, strips: readonly Strip[]): Drawing['legend'] {
  const drawn = new Set(strips.flatMap(({ marks }) => marks.map(({ shape }) => shape)))
  return SHAPES.filter((shape) => drawn.has(shape)).map((shape) => ({
    mark: markByItself(shape),
    text: words.translate(`sheet:line.legend.${shape}`),
  }))
}

const STRETCHES: readonly Shape[] = ['extension', 'delay', 'silence']

function markByItself(shape: Shape): Mark {
  const [from, to] = STRETCHES.includes(shape) ? [0, 1] : [0.5, 0.5]
  return { key: shape, shape, from, to, scale: SCALES[shape] ?? 1 }
}

export function trackStrip(saying: Speaking, track: Track, axis: Axis): Strip {
  const { words } = saying
  const { short } = questionWords(words, { path: 'scope.deliverables.*.status' })
  return {
    of: 'track',
    key: track.id,
    marks: trackMarks(track, axis),
    sentence: trackSentence(words, track),
    code: track.code,
    name: own(saying, track.title, TITLE) ?? quiet(words.translate('sheet:line.untitled')),
    status: track.status === null ? '' : short(track.status),
    word: delayWord(words, track, 'short'),
  }
}

function trackMarks(track: Track, axis: Axis): readonly Mark[] {
  const { first, agreed, moves, delivered, delay, here, until, wasDue } = track
  const mark = (shape: Shape, [from, to]: readonly [number, number], scale = SCALES[shape] ?? 1): Mark => ({
    key: `${shape} ${from} ${scale}`,
    shape,
    from,
    to,
    scale,
  })
  const on = (date: string): readonly [number, number] => [positionOf(axis, date), positionOf(axis, date)]
  const promised = (date: string, scale: number) => mark('promised', stretchOf(axis, date), scale)
  const last = (date: string) => stretchOf(axis, date)[1]
  const isMoved = first !== null && agreed !== null && last(first) !== last(agreed)
  return [
    ...(isMoved ? [mark('extension', [last(first), last(agreed)])] : []),
    ...(delay === null ? [] : [mark('delay', [positionOf(axis, delay.from), positionOf(axis, delay.to)])]),
    ...moves.map((move) => mark(move.agreed ? 'promised' : 'own', [last(move.date), last(move.date)], 0.6)),
    ...(isMoved ? [promised(first, 0.75)] : []),
    ...[agreed ?? first].flatMap((date) => (date === null ? [] : [promised(date, 1)])),
    ...(delivered === null ? [] : [mark('delivered', on(delivered))]),
    ...(here === false && !wasDue ? [mark('waiting', on(until))] : []),
  ]
}

export function contactStrip(words: Words, schedule: Schedule, axis: Axis): Strip {
  const say = words.translate
  const at = (from: string, to = from) => ({
    from: positionOf(axis, from),
    to: positionOf(axis, to),
    scale: 1,
  })
  return {
    of: 'contacts',
    key: 'contacts',
    marks: [
      ...drawnSilences(schedule.silences).map(
        ({ code, from, to, days, labelled }): Mark => ({
          key: `silence ${code} ${from}`,
          shape: 'silence',
          ...at(from, to),
          ...(labelled && { label: say('sheet:line.days', { count: days }) }),
        }),
      ),
      ...schedule.promises.map((day): Mark => ({ key: `own ${day}`, shape: 'own', ...at(day), scale: 0.6 })),
      ...schedule.contacts.flatMap(({ id, from, day, concernStated, answer }): readonly Mark[] => {
        if (from === 'merchant') return [{ key: id, shape: 'pin', ...at(day), isHollow: concernStated !== 'yes' }]
        return from === 'partner' ? [{ key: id, shape: 'dot', ...at(day), isHollow: answer === null }] : []
      }),
    ],
    sentence: contactsSentence(words, schedule),
    code: '',
    name: { text: say('sheet:line.contacts') },
    status: '',
    word: '',
  }
}
