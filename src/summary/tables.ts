import type { Schedule } from '../domain/schedule/schedule.ts'
import type { Track } from '../domain/schedule/track.ts'
import { delayWord } from '../i18n/scheduleWords.ts'
import { type Block, paragraph } from './blocks.ts'
import { code, joined, own, plain, quiet, type Saying } from './spans.ts'

/** What the promise line draws, as tables: every deliverable, and every silence after a question. */
export function scheduleTables(saying: Saying, { tracks, undated, silences }: Schedule): readonly Block[] {
  const { words } = saying
  const say = (key: string) => words.translate(`sheet:table.${key}`)
  const column = (key: string, share: number) => ({ name: say(key), share })
  const untitled = quiet(words.translate('sheet:line.untitled'))
  const deliverables: Block = {
    is: 'table',
    caption: say('deliverables'),
    columns: [
      column('deliverable', 3),
      column('first', 1.2),
      column('agreed', 1.2),
      column('moves', 1.4),
      column('delivered', 1.2),
      column('delay', 1),
    ],
    rows: [...tracks, ...undated].map((track) => [
      joined(code(track.code), own(saying, track.title, TITLE) ?? untitled),
      [plain(track.first ?? '')],
      [plain(track.agreed ?? '')],
      [plain(datesOf(track))],
      [plain(track.delivered ?? '')],
      [plain(delayWord(words, track, 'short'))],
    ]),
  }
  const quietTimes: Block = {
    is: 'table',
    caption: say('silences'),
    columns: [column('question', 1), column('from', 1), column('to', 2), column('days', 1)],
    rows: silences.map(({ code: message, from, to, days, ended }) => [
      [plain(message)],
      [plain(from)],
      [plain(ended ? to : `${to} (${say('ongoing')})`)],
      [plain(String(days))],
    ]),
  }
  return [
    tracks.length + undated.length > 0 ? deliverables : paragraph(plain(words.translate('sheet:line.noDeliverables'))),
    silences.length > 0 ? quietTimes : paragraph(plain(say('noSilence'))),
  ]
}

/** A row of a table is never parted on paper: so much of a title, in characters, and so many dates. */
const TITLE = 120
const MOST_DATES = 12

function datesOf({ moves }: Track): string {
  const own = moves.filter(({ agreed }) => !agreed).map(({ date }) => date)
  const more = own.length - MOST_DATES
  return (more > 0 ? [`+${more}`, ...own.slice(-MOST_DATES)] : own).join(', ')
}
