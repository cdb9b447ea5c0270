import { type Answers, type AnyRow, type ListPath, type Lists, type Path, ROW_LETTERS } from '../case/answers.ts'

export type ReadAs = 'email' | 'phone' | 'number' | 'date'

/**
 * The kinds, with how typed text is parsed; null if it is taken as typed, or chosen. Each kind has a line in
 * `wizard/inputs.tsx` and `i18n/answerWords.ts` too.
 */
export const READ_AS = {
  text: null,
  longText: null,
  email: 'email',
  phone: 'phone',
  number: 'number',
  date: 'date',
  choice: null,
  choices: null,
  tick: null,
  people: null,
  person: null,
  moves: null,
  deliverable: null,
  deliverables: null,
  evidence: null,
} as const satisfies Readonly<Record<string, ReadAs | null>>
export type Kind = keyof typeof READ_AS
export const KINDS = Object.keys(READ_AS) as Kind[]

/** R decides the outcome, P makes a good hand-over, O is optional. Nothing is ever required. */
type Need = 'R' | 'P' | 'O'

export interface QuestionOptions {
  need: Need
  choices?: readonly string[]
  /** "Don't know", a month without a day, no date was promised. */
  offers?: readonly ('unknown' | 'month' | 'none')[]
  /** A date without a year is the latest past one; `required`: a date in the future is a problem. */
  past?: 'expected' | 'required'
  /** Else the next one; or the nearest, or the first from the date of its row on. */
  year?: 'nearest' | 'fromRow'
  /** Folded under "more" until something is in it; or only as long as the rest of the row says so. */
  more?: true | ((row: AnyRow) => boolean)
  /** Whether the day has passed, by the rest of the row: then a date without a year is the latest past one. */
  hasPassed?(row: AnyRow): boolean
  /** How many rows of a list may be ticked. */
  mostRows?: number
  /** Empty is an answer: there is nothing to say. */
  emptySays?: true
  /** Until it is answered there is a button alone, which gives this answer, or adds a first part. */
  begins?: 'today' | 'no' | 'part'
  /** In characters; a hint, never a limit. */
  goodLength?: number
  /** For the merchant's own details only. */
  autocomplete?: 'organization' | 'name' | 'organization-title' | 'email' | 'tel'
}

export interface Question extends QuestionOptions {
  path: string
  kind: Kind
  /** Method syntax, so that a question of a list may name the type of its row. */
  askIf?(answers: Answers, row: AnyRow): boolean
}

type RowOf<P extends Path> = P extends `${infer L extends ListPath}.*.${string}` ? Lists[L] : never

type Condition<P extends Path> = P extends `${infer L extends ListPath}.*.${string}`
  ? (answers: Answers, row: Lists[L]) => boolean
  : (answers: Answers) => boolean

/** `inScope` of `scope.deliverables.*.inScope`. */
export const fieldOf = ({ path }: Question): string => path.slice(path.lastIndexOf('.') + 1)

/** A condition sees the visible answers before it and, in a list, the row. */
export const question = <P extends Path>(
  path: P,
  kind: Kind,
  options: Omit<QuestionOptions, 'hasPassed' | 'more'> & {
    askIf?: Condition<P>
    hasPassed?: (row: RowOf<P>) => boolean
    more?: true | ((row: RowOf<P>) => boolean)
  },
  // The path decides the type of the row.
): Question => ({ path, kind, ...options }) as Question

/** A page of the interview; `id` is its address within the case: `scope/document`, or `contact` within a row. */
export interface Step {
  id: string
  questions: readonly Question[]
  askIf?: (answers: Answers) => boolean
  /** "Next" and "back" skip it: it is asked elsewhere. The summary shows it once it is answered. */
  apart?: true
  /** "Next" passes it by: what it asks is known. */
  passIf?: (answers: Answers) => boolean
  /** Another page of the case, outside the interview, that comes next. */
  leadsTo?: (answers: Answers) => string | null
}

/** A page with rows; its own questions stand on it, too. */
export interface List extends Omit<Step, 'apart'> {
  path: ListPath
  code: (typeof ROW_LETTERS)[ListPath]
  title: string
  /** Further fields that tell rows apart. */
  shows: readonly string[]
  order: 'byHand' | 'byDate'
  /** Which of two rows of one day came first matters, and can be said. */
  hasOrderInDay?: true
  /** Pages that add rows in another way: by pasting. */
  also?: readonly string[]
  /** One of these takes files, which may be given to the list itself. */
  readsFiles?: string
  /** The question that rows still have which were read from files; it is asked on the list. */
  askedAtOnce?: string
  /** Whether there are rows, by its own questions. Rows that are not shown are kept. */
  rowsIf?: (answers: Answers) => boolean
  /** "Next" and "back" skip it. */
  skipIf?: (answers: Answers) => boolean
  /** Weak and strong examples are shown above it. */
  hasPairs?: true
  /** The promise line draws a line per row, or one for all rows. */
  drawn?: 'rowByRow' | 'together'
  /** The one page of a row. */
  page: Pick<Step, 'id' | 'questions'>
  /** Fields that a new row copies from the one before. */
  keeps?: readonly string[]
  answerTo?(row: AnyRow): Readonly<Record<string, unknown>> | null
}

export const list = <L extends ListPath>(
  path: L,
  options: Omit<
    List,
    'id' | 'path' | 'code' | 'title' | 'shows' | 'keeps' | 'answerTo' | 'questions' | 'askedAtOnce'
  > & {
    questions?: readonly Question[]
    title: keyof Lists[L] & string
    shows: readonly (keyof Lists[L] & string)[]
    keeps?: readonly (keyof Lists[L] & string)[]
    askedAtOnce?: keyof Lists[L] & string
    answerTo?: (row: Lists[L]) => Partial<Lists[L]> | null
  },
  // The path decides the type of the rows.
): List => ({ id: path.replace('.', '/'), path, code: ROW_LETTERS[path], questions: [], ...options }) as List

export const isList = (step: Step | List): step is List => 'path' in step

/** Its own questions, and those of a row. */
export const questionsOf = (step: Step | List): readonly Question[] =>
  isList(step) ? [...step.questions, ...step.page.questions] : step.questions

export const PARTS = ['problem', 'scope', 'partner', 'examples', 'request', 'about'] as const
export type PartId = (typeof PARTS)[number]

export interface Part {
  id: PartId
  steps: readonly (Step | List)[]
}

/** The product has one; tests make others. */
export interface Interview {
  parts: readonly Part[]
}
