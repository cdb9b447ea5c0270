import type { Answers } from '../domain/case/answers.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import { short } from '../domain/report/excerpt.ts'
import type { Sheet } from '../domain/report/sheet.ts'
import type { Words } from '../i18n/useWords.ts'

export interface TextsFrom {
  words: Words
  file: CaseFile
  sheet: Sheet
}

export const joinWith =
  (separator: string) =>
  (...parts: readonly (string | null | false)[]) =>
    parts.filter(Boolean).join(separator)
export const joinLines = joinWith('\n')
export const paragraphs = joinWith('\n\n')
export const sentences = joinWith(' ')

/** The longest text that fits, of one that quotes less and less. */
export function fitting(limit: number, rooms: readonly number[], textWith: (room: number) => string): string {
  let text = ''
  for (const room of rooms) {
    text = textWith(room)
    if ([...text].length <= limit) break
  }
  return text
}

/** For an ID, in characters. */
const ID = 60

/** The IDs by which Adobe finds the customer, as far as they are given. */
export const idsOf = ({ translate: say }: Words, { customerNumber, adobeProject }: Answers['about']): string => {
  const [contract, project] = [short(customerNumber, ID), short(adobeProject, ID)]
  return joinWith(', ')(
    contract !== null && say('reply:texts.ids.contract', { id: contract }),
    project !== null && say('reply:texts.ids.project', { id: project }),
  )
}
