import { answerOrNull, YES_NO } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { memoByObject } from '../../case/memo.ts'
import { lastDayOf } from '../../dates/plainDate.ts'
import { list, type Part, question } from '../../interview/question.ts'
import { ANSWERS, AUTO_SAYS, CHANNELS, type Contact, FROM, TOLD } from './schema.ts'

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

/** Asked early, with what it is about (C): it decides what helps first. What the log says wins over "no". */
export const toldQuestions = [
  question('partner.told', 'choice', { need: 'R', choices: TOLD }),
  question('partner.whyNot', 'longText', { need: 'P', askIf: ({ partner }) => partner.told === 'cannot' }),
]

export const partnerPart: Part = {
  id: 'partner',
  steps: [
    list('partner.log', {
      title: 'text',
      shows: ['date', 'from', 'channel', 'answerBy', 'answer', 'promised'],
      order: 'byDate',
      drawn: 'together',
      also: ['partner/paste'],
      keeps: ['channel', 'person'],
      answerTo: ({ from, channel, person, reference }) =>
        from === 'merchant' ? ({ from: 'partner', channel, person, reference } as const) : null,
      steps: [
        {
          id: 'message',
          questions: [
            question('partner.log.*.date', 'date', { need: 'R', offers: ['month', 'unknown'], past: 'expected' }),
            question('partner.log.*.from', 'choice', { need: 'R', choices: FROM }),
            question('partner.log.*.channel', 'choice', { need: 'R', choices: CHANNELS }),
            question('partner.log.*.person', 'person', { need: 'O' }),
            question('partner.log.*.about', 'deliverables', { need: 'O', askIf: hasSeveral }),
            question('partner.log.*.gave', 'choice', { need: 'R', choices: YES_NO, askIf: wasAsked }),
            question('partner.log.*.concernStated', 'choice', { need: 'R', choices: YES_NO, askIf: ours }),
            question('partner.log.*.text', 'longText', { need: 'P' }),
            question('partner.log.*.answerBy', 'date', { need: 'R', emptySays: true, year: 'fromRow', askIf: ours }),
            question('partner.log.*.answer', 'choice', { need: 'R', choices: ANSWERS, askIf: theirs }),
            question('partner.log.*.autoSays', 'choice', { need: 'R', choices: AUTO_SAYS, askIf: isAutomatic }),
            question('partner.log.*.promised', 'date', {
              need: 'R',
              offers: ['month'],
              year: 'fromRow',
              askIf: namesDay,
            }),
            question('partner.log.*.reference', 'text', { need: 'O' }),
            question('partner.log.*.evidence', 'evidence', { need: 'O' }),
          ],
        },
      ],
    }),
    {
      id: 'partner/solved',
      // Asked even if the practice does not apply: what is solved needs no escalation.
      questions: [question('partner.solvedOn', 'date', { need: 'R', past: 'required', emptySays: true })],
    },
  ],
}
