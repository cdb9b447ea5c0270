import { answerOrNull, YES_NO } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { memoByObject } from '../../case/memo.ts'
import { lastDayOf } from '../../dates/plainDate.ts'
import { list, type Part, question } from '../../interview/question.ts'
import { ANSWERS, AUTO_SAYS, CHANNELS, type Contact, FROM } from './schema.ts'

const ours = (_: Answers, { from }: Contact) => from === 'merchant'
const theirs = (_: Answers, { from }: Contact) => from === 'partner'
const isAutomatic = (answers: Answers, row: Contact) => theirs(answers, row) && row.answer === 'auto'
/** A promised day, or the last day away. */
const namesDay = (answers: Answers, row: Contact) =>
  theirs(answers, row) && (row.answer === 'plan' || (row.answer === 'auto' && row.autoSays === 'away'))
/** With one deliverable a row is about it without saying so. */
const hasSeveral = ({ scope }: Answers, { about }: Contact) => scope.deliverables.length > 1 || (about ?? []).length > 0

/** The day on which the partner first said that they need something from us; null if they have not. */
const firstAsk = memoByObject((log: readonly Contact[]): string | null => {
  const asks = log.filter(({ from, answer }) => from === 'partner' && answer === 'asks')
  return asks.map(({ date }) => answerOrNull(date) ?? '').sort()[0] ?? null
})

function wasAsked({ partner }: Answers, row: Contact): boolean {
  const first = row.from === 'merchant' ? firstAsk(partner.log) : null
  return first !== null && lastDayOf(answerOrNull(row.date) ?? first) >= first
}

/** What a row of ours asks for, and what they had asked us for, can wait for an answer. */
const waits = ({ from, concernStated, gave }: Contact) =>
  from === 'merchant' && (concernStated !== 'no' || gave === 'yes')

export const partnerPart: Part = {
  id: 'partner',
  steps: [
    list('partner.log', {
      title: 'text',
      shows: ['date', 'from', 'channel', 'answerBy', 'answer', 'promised'],
      order: 'byDate',
      hasOrderInDay: true,
      drawn: 'together',
      skipIf: ({ partner }) => partner.told === 'cannot' && partner.log.length === 0,
      also: ['partner/mails'],
      readsFiles: 'partner/mails',
      keeps: ['channel', 'person'],
      answerTo: ({ from, channel, person, reference }) =>
        from === 'merchant' ? ({ from: 'partner', channel, person, reference } as const) : null,
      // "Solved" is a button until it has been pressed.
      questions: [
        question('partner.solvedOn', 'date', {
          need: 'R',
          past: 'required',
          emptySays: true,
          begins: 'today',
        }),
      ],
      page: {
        id: 'contact',
        questions: [
          question('partner.log.*.from', 'choice', { need: 'R', choices: FROM }),
          question('partner.log.*.date', 'date', { need: 'R', offers: ['month', 'unknown'], past: 'expected' }),
          question('partner.log.*.about', 'deliverables', { need: 'O', askIf: hasSeveral }),
          question('partner.log.*.text', 'longText', { need: 'P' }),
          question('partner.log.*.gave', 'choice', { need: 'R', choices: YES_NO, askIf: wasAsked }),
          question('partner.log.*.concernStated', 'choice', { need: 'R', choices: YES_NO, askIf: ours }),
          question('partner.log.*.answerBy', 'date', {
            need: 'R',
            emptySays: true,
            year: 'fromRow',
            askIf: (_, row) => waits(row),
          }),
          question('partner.log.*.answer', 'choice', { need: 'R', choices: ANSWERS, askIf: theirs }),
          question('partner.log.*.autoSays', 'choice', { need: 'R', choices: AUTO_SAYS, askIf: isAutomatic }),
          question('partner.log.*.promised', 'date', {
            need: 'R',
            offers: ['month'],
            year: 'fromRow',
            askIf: namesDay,
          }),
          question('partner.log.*.channel', 'choice', { need: 'O', choices: CHANNELS, more: true }),
          question('partner.log.*.person', 'person', { need: 'O', more: true }),
          question('partner.log.*.reference', 'text', { need: 'O', more: true }),
          question('partner.log.*.evidence', 'evidence', { need: 'O', more: true }),
        ],
      },
    }),
  ],
}
