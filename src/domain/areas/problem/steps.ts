import { YES_NO } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { type Part, question } from '../../interview/question.ts'
import { URGENT } from '../about/schema.ts'
import { isEmergency } from '../about/urgent.ts'
import { TOLD } from '../partner/schema.ts'
import { toDraft } from '../partner/toDraft.ts'
import { isScopeAsked } from '../scope/affected.ts'
import { CONCERNS } from '../scope/schema.ts'

/** The summary is read first, in a few seconds (T: short problem statements in support practice). */
const SUMMARY_LENGTH = 300

const applies = ({ scope }: Answers) => scope.applies !== 'no'

/** The trouble comes first, and then whether the partner knows (C): it decides what helps. */
export const problemPart: Part = {
  id: 'problem',
  steps: [
    {
      id: 'problem/urgent',
      apart: true,
      leadsTo: ({ about }) => (isEmergency(about.urgent) && about.urgentCase === null ? 'urgent' : null),
      questions: [
        question('about.urgent', 'choice', { need: 'O', choices: URGENT }),
        question('about.urgentCase', 'text', { need: 'O', askIf: ({ about }) => isEmergency(about.urgent) }),
      ],
    },
    {
      id: 'problem/what',
      questions: [
        question('about.partnerCompany', 'text', { need: 'P' }),
        question('request.summary', 'longText', { need: 'P', goodLength: SUMMARY_LENGTH }),
        // Only where an earlier edition was told so; "neither" says it now.
        question('scope.applies', 'choice', { need: 'O', choices: YES_NO, askIf: (answers) => !applies(answers) }),
        question('scope.whyNot', 'longText', { need: 'O', askIf: (answers) => !applies(answers) }),
        question('scope.concern', 'choice', { need: 'R', choices: CONCERNS, askIf: applies }),
        question('about.partnerPeople', 'people', { need: 'O', more: true }),
      ],
    },
    {
      id: 'problem/told',
      // Without anything that was agreed there is nothing else to ask before the draft.
      leadsTo: (answers) => (isScopeAsked(answers) ? null : toDraft(answers)),
      // What the log says wins over "no".
      questions: [
        question('partner.told', 'choice', { need: 'R', choices: TOLD }),
        question('partner.whyNot', 'longText', { need: 'P', askIf: ({ partner }) => partner.told === 'cannot' }),
      ],
    },
  ],
}
