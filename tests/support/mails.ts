import type { Answers } from '../../src/domain/case/answers.ts'
import { proposalsOf } from '../../src/domain/sources/contactsFromMails.ts'
import { distinctEntries } from '../../src/domain/sources/distinctEntries.ts'
import { NO_MESSAGE } from '../../src/domain/sources/foundMessage.ts'
import { entriesIn, type MailEntry, type ReadingHabits } from '../../src/domain/sources/mailEntries.ts'
import type { ProposedContact } from '../../src/domain/sources/proposedContacts.ts'

export const proposalsFrom = (entries: readonly MailEntry[], answers: Answers, today: string) =>
  proposalsOf(distinctEntries(entries), new Map(), answers, today)

/** What a pasted text proposes for the contact log. */
export const proposalsIn = (text: string, answers: Answers, reader: ReadingHabits): readonly ProposedContact[] =>
  proposalsFrom(entriesIn({ ...NO_MESSAGE, text }, reader), answers, reader.today).proposals
