import { type Part, question } from '../../interview/question.ts'
import { MAY_CONTACT, WANTS } from './schema.ts'

/** The summary is read first, in a few seconds (T: short problem statements in support practice). */
const SUMMARY_LENGTH = 300

export const requestPart: Part = {
  id: 'request',
  steps: [
    {
      id: 'request/ask',
      questions: [
        question('request.summary', 'longText', { need: 'P', goodLength: SUMMARY_LENGTH }),
        question('request.wants', 'choices', { need: 'P', choices: WANTS }),
        question('request.ask', 'longText', { need: 'P' }),
        question('request.by', 'date', { need: 'P', emptySays: true }),
        question('request.mayContact', 'choice', { need: 'P', choices: MAY_CONTACT }),
        question('request.settledWhen', 'longText', { need: 'O' }),
      ],
    },
    {
      id: 'request/date',
      questions: [
        question('request.hardDate', 'date', { need: 'P', emptySays: true }),
        question('request.hardReason', 'text', { need: 'P', emptySays: true }),
        question('request.followUpOn', 'date', { need: 'P' }),
      ],
    },
    { id: 'request/yours', questions: [question('request.ourSide', 'longText', { need: 'O' })] },
    { id: 'request/anyway', apart: true, questions: [question('request.whyAnyway', 'longText', { need: 'O' })] },
  ],
}
