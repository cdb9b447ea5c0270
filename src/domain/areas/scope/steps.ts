import { answerOrNull, isAnswered, nonBlank } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { list, type Part, question } from '../../interview/question.ts'
import { addedList } from '../added/steps.ts'
import { toDraft } from '../partner/toDraft.ts'
import { isAffected, isScopeAsked } from './affected.ts'
import { AGREED_IN, type Deliverable, FINDINGS, STATUSES } from './schema.ts'

const hasCome = ({ status }: Pick<Deliverable, 'status'>) => {
  const state = answerOrNull(status)
  return state === 'delivered' || state === 'unsatisfactory'
}

const hasDocument = ({ scope }: Answers) => scope.noDocument !== true

export const scopePart: Part = {
  id: 'scope',
  steps: [
    list('scope.deliverables', {
      title: 'title',
      shows: ['status', 'inScope'],
      order: 'byHand',
      drawn: 'rowByRow',
      also: ['scope/read', 'scope/paste'],
      readsFiles: 'scope/read',
      askedAtOnce: 'status',
      askIf: isScopeAsked,
      leadsTo: toDraft,
      page: {
        id: 'deliverable',
        questions: [
          question('scope.deliverables.*.title', 'text', { need: 'R' }),
          question('scope.deliverables.*.status', 'choice', { need: 'R', choices: STATUSES, offers: ['unknown'] }),
          question('scope.deliverables.*.lacking', 'longText', { need: 'O', askIf: (_, row) => isAffected(row) }),
          question('scope.deliverables.*.promised', 'date', {
            need: 'P',
            offers: ['month', 'none', 'unknown'],
            year: 'nearest',
            hasPassed: hasCome,
          }),
          question('scope.deliverables.*.moves', 'moves', { need: 'O', begins: 'part' }),
          question('scope.deliverables.*.agreedIn', 'choice', { need: 'P', choices: AGREED_IN, offers: ['unknown'] }),
          question('scope.deliverables.*.reference', 'text', {
            need: 'P',
            askIf: (_, { agreedIn, reference }) => agreedIn !== 'spoken' || nonBlank(reference) !== null,
          }),
          question('scope.deliverables.*.inScope', 'choice', { need: 'R', choices: FINDINGS }),
          question('scope.deliverables.*.changeRequest', 'text', {
            need: 'R',
            askIf: (_, { inScope }) => inScope === 'no',
          }),
          question('scope.deliverables.*.deliveredOn', 'date', {
            need: 'O',
            offers: ['unknown'],
            past: 'required',
            more: true,
            askIf: (_, row) => hasCome(row),
          }),
          question('scope.deliverables.*.quote', 'longText', {
            need: 'O',
            more: true,
            askIf: (_, { agreedIn, quote }) => agreedIn !== 'spoken' || nonBlank(quote) !== null,
          }),
          question('scope.deliverables.*.acceptance', 'longText', { need: 'O', more: true }),
          question('scope.deliverables.*.evidence', 'evidence', { need: 'O', more: true }),
        ],
      },
    }),
    {
      id: 'scope/document',
      askIf: isScopeAsked,
      // Whoever has read the document here has answered it.
      passIf: ({ scope }) => [scope.documentTitle, scope.documentDate, scope.reviewedOn].every(isAnswered),
      questions: [
        question('scope.documentTitle', 'text', { need: 'P', askIf: hasDocument }),
        question('scope.documentDate', 'date', { need: 'P', offers: ['month'], past: 'expected', askIf: hasDocument }),
        question('scope.reviewedOn', 'date', { need: 'R', past: 'required', askIf: hasDocument }),
        question('scope.noDocument', 'tick', { need: 'O' }),
      ],
    },
    addedList,
  ],
}
