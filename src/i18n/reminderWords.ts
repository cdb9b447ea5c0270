import { nonBlank } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
import { weekOf } from '../domain/dates/plainDate.ts'
import type { Reminder } from '../domain/reminders/reminders.ts'
import type { Words } from './useWords.ts'

export function reminderWords({ translate }: Words, { kind, text }: Reminder, { about }: Answers): string {
  const partner = nonBlank(about.partnerCompany) ?? translate('drafts:reminders.partner')
  const said = translate(`drafts:reminders.kinds.${kind}`, { partner })
  return text === null ? said : `${said}: ${text}`
}

/** With the week number, as days are named at work in Sweden. */
export const reminderTitle = (words: Words, reminder: Reminder, answers: Answers): string =>
  `${reminderWords(words, reminder, answers)} (${words.translate('drafts:reminders.week', { week: weekOf(reminder.date) })})`
