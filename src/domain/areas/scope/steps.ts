import { answerOrNull, YES_NO } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { type List, list, question, type Step } from '../../interview/question.ts'
import { toldQuestions } from '../partner/steps.ts'
import { isAffected } from './affected.ts'
import { AGREED_IN, CONCERNS, type Deliverable, FINDINGS, STATUSES } from './schema.ts'

const applies = ({ scope }: Answers) => scope.applies !== 'no'
const somethingIsWrong = (answers: Answers) => applies(answers) && answers.scope.concern !== 'none'
const hasCome = (_: Answers, { status }: Deliverable) => {
  const state = answerOrNull(status)
  return state === 'delivered' || state === 'unsatisfactory'
}

export const scopeSteps: readonly (Step | List)[] = [
  {
    id: 'scope/start',
    questions: [
      question('scope.applies', 'choice', { need: 'R', choices: YES_NO }),
      question('scope.whyNot', 'longText', { need: 'O', askIf: ({ scope }) => scope.applies === 'no' }),
      question('scope.concern', 'choice', { need: 'R', choices: CONCERNS, askIf: applies }),
      ...toldQuestions,
    ],
  },
  {
    id: 'scope/document',
    askIf: somethingIsWrong,
    questions: [
      question('scope.documentTitle', 'text', { need: 'P' }),
      question('scope.documentDate', 'date', { need: 'P', past: 'expected' }),
      question('scope.noDocument', 'tick', { need: 'O' }),
      question('scope.reviewedOn', 'date', { need: 'R', past: 'required' }),
    ],
  },
  list('scope.deliverables', {
    title: 'title',
    shows: ['status', 'inScope'],
    order: 'byHand',
    drawn: 'rowByRow',
    also: ['scope/paste'],
    askIf: somethingIsWrong,
    steps: [
      {
        id: 'agreed',
        questions: [
          question('scope.deliverables.*.title', 'text', { need: 'R' }),
          question('scope.deliverables.*.agreedIn', 'choice', { need: 'P', choices: AGREED_IN, offers: ['unknown'] }),
          question('scope.deliverables.*.reference', 'text', { need: 'P' }),
          question('scope.deliverables.*.quote', 'longText', { need: 'O' }),
          question('scope.deliverables.*.acceptance', 'longText', { need: 'O' }),
          question('scope.deliverables.*.promised', 'date', {
            need: 'P',
            offers: ['month', 'none', 'unknown'],
            year: 'nearest',
          }),
          question('scope.deliverables.*.moves', 'moves', { need: 'O' }),
        ],
      },
      {
        id: 'delivered',
        questions: [
          question('scope.deliverables.*.status', 'choice', { need: 'R', choices: STATUSES, offers: ['unknown'] }),
          question('scope.deliverables.*.deliveredOn', 'date', {
            need: 'O',
            offers: ['unknown'],
            past: 'required',
            askIf: hasCome,
          }),
          question('scope.deliverables.*.lacking', 'longText', { need: 'O', askIf: (_, row) => isAffected(row) }),
          question('scope.deliverables.*.evidence', 'evidence', { need: 'O' }),
        ],
      },
      {
        id: 'finding',
        questions: [
          question('scope.deliverables.*.inScope', 'choice', { need: 'R', choices: FINDINGS }),
          question('scope.deliverables.*.changeRequest', 'text', {
            need: 'R',
            askIf: (_, { inScope }) => inScope === 'no',
          }),
        ],
      },
    ],
  }),
]
