import { written } from '../../domain/case/answer.ts'
import { FRONT } from '../../domain/report/sheet.ts'
import { axisOf, placeOf, stretchOf } from '../../domain/schedule/axis.ts'
import { drawnSilences } from '../../domain/schedule/silence.ts'
import type { Track } from '../../domain/schedule/track.ts'
import { questionWords } from '../../i18n/questionWords.ts'
import { contactsSentence, delayWord, trackSentence } from '../../i18n/scheduleWords.ts'
import { tickName } from '../../i18n/sheetFormats.ts'
import type { Block } from './blocks.ts'
import type { Drawing } from './drawing.ts'
import type { SheetInput } from './sheetDocument.ts'
import { paragraph, plain, quiet } from './spans.ts'

/** The promise line as a drawing with its sentences, and what it leaves out. */
export function drawingBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words } = input
  const { schedule } = sheet
  const say = words.translate
  const shown = schedule.tracks.slice(0, FRONT.tracks)
  const more = schedule.tracks.length - shown.length
  const isDrawn = shown.length > 0 || schedule.contacts.length > 0
  const alt = [
    ...shown.map((track) => trackSentence(words, track, schedule.asOf)),
    ...(schedule.contacts.length > 0 ? [contactsSentence(words, schedule)] : []),
  ].join(' ')
  const undated = words.formats.list(schedule.undated.slice(0, FRONT.tracks).map(({ code }) => code))
  return [
    ...(isDrawn ? [{ is: 'drawing' as const, drawing: drawingOf(input, shown), alt }] : []),
    ...(isDrawn
      ? [{ is: 'paragraph' as const, size: 'small' as const, text: [quiet(say('sheet:line.key'))] }]
      : []),
    ...(more > 0 ? [paragraph(plain(say('sheet:more', { count: more })))] : []),
    ...(schedule.undated.length > 0 ? [paragraph(quiet(say('sheet:line.undated', { rows: undated })))] : []),
  ]
}

function drawingOf({ sheet, words }: SheetInput, shown: readonly Track[]): Drawing {
  const { schedule } = sheet
  const say = words.translate
  const axis = axisOf(schedule, shown)
  const stretch = (date: string | null) => (date === null ? null : stretchOf(axis, date))
  const { short } = questionWords(words, { path: 'scope.deliverables.*.status' })
  const messages = (from: 'merchant' | 'partner') => schedule.contacts.filter((row) => row.from === from)
  return {
    tracks: shown.map((track) => ({
      name: `${track.code} ${written(track.title) ?? say('sheet:line.untitled')}`,
      status: track.status === null ? '' : short(track.status),
      first: stretch(track.first),
      agreed: stretch(track.agreed),
      moves: track.moves.map(({ date, agreed }) => ({ at: stretchOf(axis, date), agreed })),
      delivered: track.delivered === null ? null : placeOf(axis, track.delivered),
      waiting: track.here === false ? placeOf(axis, schedule.asOf) : null,
      delay: track.delay === null ? null : [placeOf(axis, track.delay.from), placeOf(axis, track.delay.to)],
      word: delayWord(words, track, 'short'),
    })),
    contacts:
      schedule.contacts.length === 0
        ? null
        : {
            name: say('sheet:line.contacts'),
            merchant: messages('merchant').map(({ date, concernStated }) => ({
              at: placeOf(axis, date),
              hollow: concernStated !== 'yes',
            })),
            partner: messages('partner').map(({ date, answer }) => ({
              at: placeOf(axis, date),
              hollow: answer === null,
            })),
            promises: schedule.promises.map((day) => placeOf(axis, day)),
            silences: drawnSilences(schedule.silences).map(({ from, to, days, labelled }) => ({
              stretch: [placeOf(axis, from), placeOf(axis, to)],
              label: labelled ? say('sheet:line.days', { count: days }) : null,
            })),
          },
    ticks: axis.ticks.map(({ date, names }) => ({
      at: placeOf(axis, date),
      label: tickName(words.language, date, names),
    })),
    today: {
      at: placeOf(axis, schedule.asOf),
      label: say('sheet:line.today', { date: tickName(words.language, schedule.asOf, 'day') }),
    },
  }
}
