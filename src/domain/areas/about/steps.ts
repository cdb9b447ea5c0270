import { type Part, question } from '../../interview/question.ts'
import { DEPLOYMENTS, PHASES } from './schema.ts'

/** Last: nobody has to say who they are before it is known whether the matter goes to Adobe. */
export const aboutPart: Part = {
  id: 'about',
  steps: [
    {
      id: 'about/company',
      questions: [
        question('about.company', 'text', { need: 'P', autocomplete: 'organization' }),
        question('about.customerNumber', 'text', { need: 'O' }),
        question('about.name', 'text', { need: 'P', autocomplete: 'name' }),
        question('about.email', 'email', { need: 'P', autocomplete: 'email' }),
        question('about.role', 'text', { need: 'O', autocomplete: 'organization-title', more: true }),
        question('about.phone', 'phone', { need: 'O', autocomplete: 'tel', more: true }),
        question('about.adobeProject', 'text', { need: 'O', more: true }),
      ],
    },
    // Asked where it is needed: when the file is there to be sent.
    {
      id: 'about/adobe',
      apart: true,
      questions: [question('about.adobeContact', 'text', { need: 'O', offers: ['unknown'] })],
    },
    {
      id: 'about/solution',
      questions: [
        question('about.deployment', 'choice', { need: 'P', choices: DEPLOYMENTS, offers: ['unknown'] }),
        question('about.version', 'text', { need: 'O', offers: ['unknown'] }),
        question('about.phase', 'choice', { need: 'P', choices: PHASES }),
      ],
    },
  ],
}
