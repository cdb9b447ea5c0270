import { YES_NO } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { list, type Part, question } from '../../interview/question.ts'
import { CONCERNS_PART, EFFECTS, FRONT_EXAMPLES } from './schema.ts'

const applies = ({ examples }: Answers) => examples.applies !== 'no'

export const examplesPart: Part = {
  id: 'examples',
  steps: [
    {
      id: 'examples/start',
      questions: [
        question('examples.applies', 'choice', { need: 'R', choices: YES_NO }),
        question('examples.whyNot', 'longText', { need: 'O', askIf: ({ examples }) => examples.applies === 'no' }),
      ],
    },
    list('examples.items', {
      title: 'title',
      shows: ['date', 'period', 'effect', 'front'],
      order: 'byDate',
      askIf: applies,
      hasPairs: true,
      steps: [
        {
          id: 'what',
          questions: [
            question('examples.items.*.title', 'text', { need: 'R' }),
            question('examples.items.*.expected', 'longText', { need: 'R' }),
            question('examples.items.*.actual', 'longText', { need: 'R' }),
          ],
        },
        {
          id: 'when',
          questions: [
            question('examples.items.*.date', 'date', { need: 'R', offers: ['unknown'], past: 'expected' }),
            question('examples.items.*.period', 'text', { need: 'R' }),
            question('examples.items.*.where', 'text', { need: 'R' }),
            question('examples.items.*.evidenceText', 'text', { need: 'R' }),
            question('examples.items.*.evidence', 'evidence', { need: 'O' }),
            question('examples.items.*.frequency', 'text', { need: 'O' }),
          ],
        },
        {
          id: 'effect',
          questions: [
            question('examples.items.*.effect', 'choice', { need: 'P', choices: EFFECTS }),
            question('examples.items.*.impact', 'longText', { need: 'P' }),
          ],
        },
        {
          id: 'more',
          questions: [
            question('examples.items.*.raised', 'choice', { need: 'P', choices: YES_NO }),
            question('examples.items.*.deliverable', 'deliverable', { need: 'O' }),
            question('examples.items.*.concerns', 'choice', { need: 'O', choices: CONCERNS_PART, offers: ['unknown'] }),
            question('examples.items.*.supportCase', 'text', { need: 'O' }),
            question('examples.items.*.front', 'tick', { need: 'O', mostRows: FRONT_EXAMPLES }),
          ],
        },
      ],
    }),
  ],
}
