import { replaceRows, setAnswer } from '../../src/domain/case/address.ts'
import { type Answers, LIST_PATHS } from '../../src/domain/case/answers.ts'
import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { askedIn } from '../../src/domain/interview/askedQuestions.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import { type Kind, type Question, questionsOf } from '../../src/domain/interview/question.ts'
import { sealed } from './sealed.ts'

/** Markup, templates, ends of comments and strings, turned letters, line ends and what no file format likes. */
export const BREAKERS =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what somebody might write
  '<img src=x onerror=alert(1)><script>alert(2)</script></textarea></title>--><!-- ]]> {{date}} $t(common:yes) ${7*7} $& $` javascript:alert(3) "\'`\\ ) Tj \u202eabc\u202c שלום سلام 😀 \ufffe\uffff\ttab\nBEGIN:VALARM\nline %0D%0ABcc:x@example.invalid &amp;lt; https://example.invalid/x'

/**
 * What each kind of question keeps of a text, null where it keeps none. A new kind does not compile until it is named
 * here, and a new question of any kind is in the table by itself.
 */
const KEEPS: Readonly<Record<Kind, ((text: string) => unknown) | null>> = {
  text: (text) => text,
  longText: (text) => text,
  person: (text) => text,
  email: (text) => text,
  phone: (text) => text,
  people: (text) => [{ name: text, role: text }],
  moves: (text) => [{ date: '2026-10-14', toldOn: null, agreed: 'yes', changeRequest: text }],
  number: null,
  date: null,
  choice: null,
  choices: null,
  tick: null,
  deliverable: null,
  deliverables: null,
  evidence: null,
}

/** Days and numbers keep what was typed where it says neither. */
const TYPED: readonly Kind[] = ['date', 'number']

const questions: readonly Question[] = interview.parts.flatMap(({ steps }) => steps.flatMap(questionsOf))

interface TextField {
  path: string
  /** Stands before the text of this field and of no other. */
  mark: string
  value: unknown
}

const fieldsOf = (keeps: (kind: Kind) => ((text: string) => unknown) | null): readonly TextField[] =>
  questions.flatMap(({ path, kind }, at) => {
    const made = keeps(kind)
    const mark = `F${String(at).padStart(3, '0')}F`
    return made === null ? [] : [{ path, mark, value: made(`${mark} ${BREAKERS}`) }]
  })

export const TEXT_FIELDS = fieldsOf((kind) => KEEPS[kind])
export const TYPED_FIELDS = fieldsOf((kind) => (TYPED.includes(kind) ? (text) => ({ typed: text }) : null))

function filled(answers: Answers, fields: readonly TextField[]): Answers {
  let current = answers
  for (const { path, value } of fields) {
    const [list, name = ''] = path.split('.*.')
    const rows = LIST_PATHS.find((each) => each === list)
    current =
      rows === undefined
        ? setAnswer(current, path, value)
        : replaceRows(current, rows, (all) => all.map((row) => ({ ...row, [name]: value })))
  }
  return current
}

/** The same case with other answers, and a digest that fits them. */
export const withAnswers = (file: CaseFile, answers: Answers): CaseFile => sealed({ ...file, answers })

/** Cases that ask between them for every text there is, each text filled with what breaks other formats. */
export function hostileCases(worked: CaseFile) {
  const { answers } = worked
  const [first, second, ...others] = answers.scope.deliverables
  if (first === undefined || second === undefined) throw new Error('the case has too few deliverables')
  const deliverables = [{ ...first, status: 'missing' as const }, { ...second, inScope: 'no' as const }, ...others]
  const whole: Answers = {
    ...answers,
    about: { ...answers.about, urgent: 'down' },
    scope: { ...answers.scope, deliverables },
    request: { ...answers.request, hardDate: '2027-01-15', followUpOn: '2027-01-20' },
  }
  const reasons: Answers = {
    ...answers,
    scope: { ...answers.scope, applies: 'no' },
    added: { ...answers.added, applies: 'no' },
    partner: { ...answers.partner, told: 'cannot' },
    examples: { ...answers.examples, applies: 'no' },
  }
  const late = {
    ...answers.added,
    items: answers.added.items.map((row) => ({ ...row, effect: 'delay' as const })),
  }
  return {
    'every text': withAnswers(worked, filled(whole, TEXT_FIELDS)),
    'every reason why something does not apply': withAnswers(worked, filled(reasons, TEXT_FIELDS)),
    'every day and number': withAnswers(worked, filled({ ...whole, added: late }, TYPED_FIELDS)),
  }
}

/** The marks that a case shows, since their questions are asked in it. */
export function marksIn({ answers }: CaseFile): readonly string[] {
  const asked = interview.parts.flatMap((part) => askedIn(part, answers))
  const found = asked.flatMap(({ value }) => JSON.stringify(value)?.match(/F\d{3}F/g) ?? [])
  return [...new Set(found)]
}
