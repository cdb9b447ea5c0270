import { YES_NO } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { type List, list, question, type Step } from '../../interview/question.ts'
import { EFFECTS_ON_TIMELINE, REQUESTED_BY } from './schema.ts'

const applies = ({ added }: Answers) => added.applies !== 'no'

export const addedSteps: readonly (Step | List)[] = [
  {
    id: 'added/any',
    questions: [
      question('added.applies', 'choice', { need: 'R', choices: YES_NO }),
      question('added.whyNot', 'longText', { need: 'O', askIf: ({ added }) => added.applies === 'no' }),
      question('added.any', 'choice', { need: 'R', choices: YES_NO, askIf: applies }),
    ],
  },
  list('added.items', {
    title: 'title',
    shows: ['addedOn', 'effect'],
    order: 'byHand',
    askIf: (answers) => applies(answers) && answers.added.any === 'yes',
    steps: [
      {
        id: 'item',
        questions: [
          question('added.items.*.title', 'text', { need: 'R' }),
          question('added.items.*.addedOn', 'date', { need: 'R', past: 'required' }),
          question('added.items.*.requestedBy', 'choice', { need: 'P', choices: REQUESTED_BY }),
          question('added.items.*.inWriting', 'choice', { need: 'P', choices: YES_NO }),
          question('added.items.*.changeRequest', 'text', { need: 'O' }),
          question('added.items.*.effect', 'choice', { need: 'R', choices: EFFECTS_ON_TIMELINE }),
          question('added.items.*.delayWorkingDays', 'number', {
            need: 'P',
            offers: ['unknown'],
            askIf: (_, { effect }) => effect === 'delay',
          }),
        ],
      },
    ],
  }),
]
