import { YES_NO } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { list, question } from '../../interview/question.ts'
import { EFFECTS_ON_TIMELINE, REQUESTED_BY } from './schema.ts'

const applies = ({ added }: Answers) => added.applies !== 'no'

export const addedList = list('added.items', {
  title: 'title',
  shows: ['addedOn', 'effect'],
  order: 'byHand',
  questions: [
    // Only where an earlier edition was told so; "no" says it now.
    question('added.applies', 'choice', { need: 'O', choices: YES_NO, askIf: (answers) => !applies(answers) }),
    question('added.whyNot', 'longText', { need: 'O', askIf: (answers) => !applies(answers) }),
    question('added.any', 'choice', { need: 'R', choices: YES_NO, askIf: applies }),
  ],
  rowsIf: (answers) => applies(answers) && answers.added.any === 'yes',
  page: {
    id: 'item',
    questions: [
      question('added.items.*.title', 'text', { need: 'R' }),
      question('added.items.*.addedOn', 'date', { need: 'R', offers: ['month'], past: 'required' }),
      question('added.items.*.requestedBy', 'choice', { need: 'P', choices: REQUESTED_BY }),
      question('added.items.*.effect', 'choice', { need: 'R', choices: EFFECTS_ON_TIMELINE }),
      question('added.items.*.delayWorkingDays', 'number', {
        need: 'P',
        offers: ['unknown'],
        askIf: (_, { effect }) => effect === 'delay',
      }),
      question('added.items.*.inWriting', 'choice', { need: 'O', choices: YES_NO, more: true }),
      question('added.items.*.changeRequest', 'text', { need: 'O', more: true }),
    ],
  },
})
