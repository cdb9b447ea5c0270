import { isUnknown, YES_NO } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { list, type Part, question } from '../../interview/question.ts'
import { isToldInLog } from './isToldInLog.ts'
import { CONCERNS_PART, EFFECTS, FRONT_EXAMPLES } from './schema.ts'

const applies = ({ examples }: Answers) => examples.applies !== 'no'
/** One example says that there are some. */
const asksWhether = ({ examples }: Answers) => examples.items.length === 0 || examples.applies === 'no'

export const examplesPart: Part = {
  id: 'examples',
  steps: [
    list('examples.items', {
      title: 'title',
      shows: ['date', 'period', 'effect', 'front'],
      order: 'byDate',
      hasPairs: true,
      also: ['examples/tickets'],
      readsFiles: 'examples/tickets',
      questions: [
        question('examples.applies', 'choice', {
          need: 'O',
          choices: YES_NO,
          begins: 'no',
          askIf: asksWhether,
        }),
        question('examples.whyNot', 'longText', { need: 'O', askIf: ({ examples }) => examples.applies === 'no' }),
      ],
      rowsIf: applies,
      page: {
        id: 'example',
        questions: [
          question('examples.items.*.title', 'text', { need: 'R' }),
          question('examples.items.*.expected', 'longText', { need: 'R' }),
          question('examples.items.*.actual', 'longText', { need: 'R' }),
          question('examples.items.*.date', 'date', { need: 'R', offers: ['unknown'], past: 'expected' }),
          question('examples.items.*.period', 'text', { need: 'O', more: ({ date }) => !isUnknown(date) }),
          question('examples.items.*.where', 'text', { need: 'R' }),
          question('examples.items.*.effect', 'choice', { need: 'P', choices: EFFECTS }),
          question('examples.items.*.impact', 'longText', { need: 'P' }),
          question('examples.items.*.evidenceText', 'text', { need: 'R' }),
          question('examples.items.*.evidence', 'evidence', { need: 'O' }),
          question('examples.items.*.deliverable', 'deliverable', { need: 'O', more: true }),
          question('examples.items.*.raised', 'choice', {
            need: 'P',
            choices: YES_NO,
            more: true,
            askIf: (answers, row) => row.raised !== null || !isToldInLog(answers, row),
          }),
          question('examples.items.*.frequency', 'text', { need: 'O', more: true }),
          question('examples.items.*.concerns', 'choice', {
            need: 'O',
            choices: CONCERNS_PART,
            offers: ['unknown'],
            more: true,
          }),
          question('examples.items.*.supportCase', 'text', { need: 'O', more: true }),
          question('examples.items.*.front', 'tick', { need: 'O', mostRows: FRONT_EXAMPLES, more: true }),
        ],
      },
    }),
  ],
}
