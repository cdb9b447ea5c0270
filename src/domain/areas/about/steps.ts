import { type Part, question } from '../../interview/question.ts'
import { DEPLOYMENTS, PHASES, URGENT } from './schema.ts'
import { isEmergency } from './urgent.ts'

export const aboutPart: Part = {
  id: 'about',
  steps: [
    {
      id: 'about/urgent',
      apart: true,
      questions: [
        question('about.urgent', 'choice', { need: 'P', choices: URGENT }),
        question('about.urgentCase', 'text', { need: 'O', askIf: ({ about }) => isEmergency(about.urgent) }),
      ],
    },
    {
      id: 'about/company',
      questions: [
        question('about.company', 'text', { need: 'P', autocomplete: 'organization' }),
        question('about.customerNumber', 'text', { need: 'O' }),
        question('about.name', 'text', { need: 'P', autocomplete: 'name' }),
        question('about.role', 'text', { need: 'O', autocomplete: 'organization-title' }),
        question('about.email', 'email', { need: 'P', autocomplete: 'email' }),
        question('about.phone', 'phone', { need: 'O', autocomplete: 'tel' }),
      ],
    },
    {
      id: 'about/adobe',
      questions: [
        question('about.adobeContact', 'text', { need: 'O', offers: ['unknown'] }),
        question('about.adobeProject', 'text', { need: 'O' }),
      ],
    },
    {
      id: 'about/solution',
      questions: [
        question('about.deployment', 'choice', { need: 'P', choices: DEPLOYMENTS, offers: ['unknown'] }),
        question('about.version', 'text', { need: 'O', offers: ['unknown'] }),
        question('about.phase', 'choice', { need: 'P', choices: PHASES }),
      ],
    },
    {
      id: 'about/partner',
      questions: [
        question('about.partnerCompany', 'text', { need: 'P' }),
        question('about.partnerPeople', 'people', { need: 'O' }),
      ],
    },
  ],
}
