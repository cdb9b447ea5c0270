import type { List, Question } from '../domain/interview/question.ts'
import type { Words } from './useWords.ts'

export interface QuestionWords {
  label: string
  /** A word or two, for rows of a list. */
  brief: string
  hint: string | null
  why: string | null
  choice(id: string): string
  /** Several in one sentence: each begins with a common word, and only the first with a capital. */
  choices(ids: readonly string[]): string
  choiceHint(id: string): string | null
  short(id: string): string
  /** A word of a composite answer: the name of a part, or of a button. */
  part(name: string, values?: Readonly<Record<string, unknown>>): string
}

/** `scope.deliverables.*.inScope` has its words under `scope:questions.deliverables.inScope`. */
export function keyOf(path: string): string {
  const [area = '', ...rest] = path.split('.')
  return `${area}:questions.${rest.filter((part) => part !== '*').join('.')}`
}

// Cached: a case of a thousand rows asks tens of thousands of times.
const known = new WeakMap<Words, Map<string, QuestionWords>>()

export function questionWords(words: Words, { path }: Pick<Question, 'path'>): QuestionWords {
  const before = known.get(words)?.get(path)
  if (before !== undefined) return before
  const said = lookedUp(words, path)
  if (words.translate.has(`${keyOf(path)}.label`)) known.set(words, (known.get(words) ?? new Map()).set(path, said))
  return said
}

function lookedUp({ translate, formats }: Words, path: string): QuestionWords {
  const key = keyOf(path)
  const choice = (id: string) => translate(`${key}.choices.${id}`)
  const maybe = (name: string) => (translate.has(`${key}.${name}`) ? translate(`${key}.${name}`) : null)
  return {
    label: translate(`${key}.label`),
    brief: maybe('brief') ?? translate(`${key}.label`),
    hint: maybe('hint'),
    why: maybe('why'),
    choice,
    choices: (ids) =>
      formats.list(ids.map(choice).map((text, at) => (at === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1)))),
    choiceHint: (id) => maybe(`choiceHints.${id}`),
    short: (id) => maybe(`short.${id}`) ?? translate(`${key}.choices.${id}`),
    part: (name, values) => translate(`${key}.parts.${name}`, values),
  }
}

const listKey = ({ path }: List, name: string): string => {
  const [area = '', field = ''] = path.split('.')
  return `${area}:lists.${field}.${name}`
}

export const listWord = (
  { translate }: Words,
  list: List,
  name: string,
  values?: Readonly<Record<string, unknown>>,
): string => translate(listKey(list, name), values)

export const hasListWord = ({ translate }: Words, list: List, name: string): boolean =>
  translate.has(listKey(list, name))

/** The heading of a page: `scope/document`, a list, or `contact` of a row of the list. */
export function stepTitle({ translate }: Words, id: string, list?: List): string {
  if (list !== undefined) return translate(`${list.path.split('.')[0]}:steps.${id}`)
  const [area = '', step = ''] = id.split('/')
  const key = `${area}:steps.${step}`
  return translate(translate.has(key) ? key : `${area}:lists.${step}.heading`)
}
