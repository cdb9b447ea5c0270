import { YES_NO } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { list, type Part, question } from '../../interview/question.ts'
import { ANSWERS, CHANNELS, type Contact, FROM } from './schema.ts'

const applies = ({ partner }: Answers) => partner.applies !== 'no'
const ours = (_: Answers, { from }: Contact) => from === 'merchant'
const theirs = (_: Answers, { from }: Contact) => from === 'partner'
const isPlan = (answers: Answers, row: Contact) => theirs(answers, row) && row.answer === 'plan'

export const partnerPart: Part = {
  id: 'partner',
  steps: [
    {
      id: 'partner/start',
      questions: [
        question('partner.applies', 'choice', { need: 'R', choices: YES_NO }),
        question('partner.whyNot', 'longText', { need: 'O', askIf: ({ partner }) => partner.applies === 'no' }),
      ],
    },
    list('partner.log', {
      title: 'text',
      shows: ['date', 'from', 'channel', 'answerBy', 'answer', 'promised'],
      order: 'byDate',
      drawn: 'together',
      also: ['partner/paste'],
      askIf: applies,
      keeps: ['channel', 'person'],
      answerTo: ({ from, channel, person, reference }) =>
        from === 'merchant' ? ({ from: 'partner', channel, person, reference } as const) : null,
      steps: [
        {
          id: 'message',
          questions: [
            question('partner.log.*.date', 'date', { need: 'R', past: 'expected' }),
            question('partner.log.*.from', 'choice', { need: 'R', choices: FROM }),
            question('partner.log.*.channel', 'choice', { need: 'R', choices: CHANNELS }),
            question('partner.log.*.person', 'person', { need: 'O' }),
            question('partner.log.*.concernStated', 'choice', { need: 'R', choices: YES_NO, askIf: ours }),
            question('partner.log.*.text', 'longText', { need: 'P' }),
            question('partner.log.*.answerBy', 'date', { need: 'R', emptySays: true, askIf: ours }),
            question('partner.log.*.answer', 'choice', { need: 'R', choices: ANSWERS, askIf: theirs }),
            question('partner.log.*.promised', 'date', { need: 'R', offers: ['month'], askIf: isPlan }),
            question('partner.log.*.promisedFor', 'deliverables', { need: 'O', askIf: isPlan }),
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
