import { type Answers, type AnyRow, type ListPath, type Lists, type Path, ROW_LETTERS } from '../case/answers.ts'

/**
 * How a question is answered. The list is closed and small. What a kind is like stands in tables that have a line for
 * each: how it is read (`READ_AS`), its input (`wizard/inputs.tsx`), how it is put into words (`i18n/answerWords.ts`).
 */
export const KINDS = [
  'text',
  'longText',
  'email',
  'phone',
  'number',
  'date',
  'choice',
  'tick',
  'people',
  'person',
  'moves',
  'deliverable',
  'deliverables',
  'evidence',
] as const
export type Kind = (typeof KINDS)[number]

/** R decides the outcome, P makes a good hand-over, O is optional. Nothing is ever required. */
type Need = 'R' | 'P' | 'O'

export interface QuestionOptions {
  need: Need
  choices?: readonly string[]
  /** Answers that the question offers beside its own kind: "don't know", only the month, no date was promised. */
  offers?: readonly ('unknown' | 'month' | 'none')[]
  /** The answer lies in the past: a date without a year is the latest such day, and a later one than today is noted. */
  past?: 'expected' | 'required'
  /** In a list: at most so many rows are ticked. */
  mostRows?: number
  /** Left empty where there is nothing to say: an empty field is an answer. */
  emptySays?: true
  /** A length that reads well, in characters. A hint, never a limit. */
  goodLength?: number
  /** What browsers may fill in, for the merchant's own details only. */
  autocomplete?: 'organization' | 'name' | 'organization-title' | 'email' | 'tel'
}

/** A question as the interview declares it. Its words are found by its path; its place in a case by its address. */
export interface Question extends QuestionOptions {
  path: string
  kind: Kind
  /** Method syntax: a question of a list names the row it looks at, and the interview hands it that very row. */
  askIf?(answers: Answers, row: AnyRow): boolean
}

type Condition<P extends Path> = P extends `${infer L extends ListPath}.*.${string}`
  ? (answers: Answers, row: Lists[L]) => boolean
  : (answers: Answers) => boolean

/** The name of its answer within the area or the row: `inScope` of `scope.deliverables.*.inScope`. */
export const fieldOf = ({ path }: Question): string => path.slice(path.lastIndexOf('.') + 1)

/** Declares a question. A condition sees the visible answers before it and, in a list, the row. */
export const question = <P extends Path>(
  path: P,
  kind: Kind,
  options: QuestionOptions & { askIf?: Condition<P> },
  // The row that a condition names is the row of the very list that its path names.
): Question => ({ path, kind, ...options }) as Question

/** One page of questions. `id` is its address within the case: `scope/document`, or `agreed` within a row. */
export interface Step {
  id: string
  questions: readonly Question[]
  askIf?: (answers: Answers) => boolean
  /** Asked on the start page or at the hand-over, and changed here: the walk from page to page passes it by. */
  apart?: true
}

/** A page that lists rows, and the pages on which one row is written. */
export interface List {
  id: string
  path: ListPath
  code: (typeof ROW_LETTERS)[ListPath]
  title: string
  /** Further fields that tell one row from the next. */
  shows: readonly string[]
  order: 'byHand' | 'byDate'
  /** Pages on which rows are added in another way: by pasting. */
  also?: readonly string[]
  /** Weak and strong rows to begin with stand above it. */
  hasPairs?: true
  /** What the promise line draws of it: each row by itself, or all rows on one line. */
  drawn?: 'rowByRow' | 'together'
  steps: readonly Step[]
  /** Fields that a further row takes over from the one before. */
  keeps?: readonly string[]
  /** What a row still lacks, as ids, where that is more than its unanswered questions. */
  lacks?(row: AnyRow): readonly string[]
  /** What a new row that answers this one begins with; null where there is nothing to answer. */
  answerTo?(row: AnyRow): Readonly<Record<string, unknown>> | null
  askIf?: (answers: Answers) => boolean
}

export const list = <L extends ListPath>(
  path: L,
  options: Omit<List, 'id' | 'path' | 'code' | 'title' | 'shows' | 'keeps' | 'lacks' | 'answerTo'> & {
    title: keyof Lists[L] & string
    shows: readonly (keyof Lists[L] & string)[]
    keeps?: readonly (keyof Lists[L] & string)[]
    lacks?: (row: Lists[L]) => readonly string[]
    answerTo?: (row: Lists[L]) => Partial<Lists[L]> | null
  },
  // The rows that the functions name are the rows of the very list that the path names.
): List => ({ id: path.replace('.', '/'), path, code: ROW_LETTERS[path], ...options }) as List

export const isList = (step: Step | List): step is List => 'path' in step

export const PARTS = ['about', 'scope', 'partner', 'examples', 'request'] as const
export type PartId = (typeof PARTS)[number]

export interface Part {
  id: PartId
  steps: readonly (Step | List)[]
}

/** Everything that is asked, in order. The product has one; tests make others. */
export interface Interview {
  parts: readonly Part[]
}
