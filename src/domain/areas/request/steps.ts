import { nonBlank } from '../../case/answer.ts'
import { type Part, question } from '../../interview/question.ts'
import { MAY_CONTACT, WANTS } from './schema.ts'

export const requestPart: Part = {
  id: 'request',
  steps: [
    {
      id: 'request/ask',
      questions: [
        question('request.wants', 'choices', { need: 'P', choices: WANTS }),
        question('request.ask', 'longText', { need: 'P' }),
        question('request.by', 'date', { need: 'P', emptySays: true }),
        question('request.hardDate', 'date', { need: 'P', emptySays: true }),
        question('request.hardReason', 'text', {
          need: 'P',
          emptySays: true,
          askIf: ({ request }) => request.hardDate !== null || nonBlank(request.hardReason) !== null,
        }),
        question('request.ourSide', 'longText', { need: 'O' }),
        question('request.mayContact', 'choice', { need: 'P', choices: MAY_CONTACT }),
        question('request.settledWhen', 'longText', { need: 'O', more: true }),
        question('request.followUpOn', 'date', { need: 'O', more: true }),
      ],
    },
    {
      // Asked at the hand-over of a summary in English.
      id: 'request/english',
      apart: true,
      questions: [
        question('request.summaryEnglish', 'longText', { need: 'O' }),
        question('request.askEnglish', 'longText', { need: 'O' }),
      ],
    },
    { id: 'request/anyway', apart: true, questions: [question('request.whyAnyway', 'longText', { need: 'O' })] },
  ],
}
