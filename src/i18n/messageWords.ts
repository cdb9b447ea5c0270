import { nonBlank } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
import { weekOf } from '../domain/dates/plainDate.ts'
import type { Message, MessageBlock, Sentence } from '../domain/messages/message.ts'
import type { Reminder } from '../domain/reminders/reminders.ts'
import { dateValues } from './assessmentWords.ts'
import type { Words } from './useWords.ts'

/** Their full stop and ours do not add up. */
function sentenceWords(words: Words, { id, dates, texts, names, days, count }: Sentence): string {
  const { translate, formats } = words
  const values = {
    ...texts,
    ...dateValues(words, dates),
    ...(names !== undefined && { names: formats.list(names) }),
    ...(days !== undefined && { days: formats.list(days.map((day) => formats.date(day))) }),
    ...(count !== undefined && { count }),
  }
  return translate(`drafts:${id}`, values).replace(/([.!?…])([”’“")]?)\.$/, '$1$2')
}

const blockWords = (words: Words, block: MessageBlock): string => {
  const said = (sentences: readonly Sentence[]) => sentences.map((sentence) => sentenceWords(words, sentence)).join(' ')
  if (block.is === 'paragraph') return said(block.sentences)
  // A text of several lines stays within its item.
  return block.items
    .map((item) => item.map((sentence) => sentenceWords(words, sentence)).join('\n'))
    .map((item) => `- ${item.replace(/\n(?=[^\n])/g, '\n  ')}`)
    .join('\n')
}

export function messageText(words: Words, { subject, blocks }: Message): { subject: string; body: string } {
  return {
    subject: sentenceWords(words, subject).replace(/\s+/g, ' ').trim(),
    body: blocks.map((block) => blockWords(words, block)).join('\n\n'),
  }
}

export function reminderWords({ translate }: Words, { kind, text }: Reminder, { about }: Answers): string {
  const partner = nonBlank(about.partnerCompany) ?? translate('drafts:reminders.partner')
  const said = translate(`drafts:reminders.kinds.${kind}`, { partner })
  return text === null ? said : `${said}: ${text}`
}

/** With the week number, as days are named at work in Sweden. */
export const reminderTitle = (words: Words, reminder: Reminder, answers: Answers): string =>
  `${reminderWords(words, reminder, answers)} (${words.translate('drafts:reminders.week', { week: weekOf(reminder.date) })})`
