/** Why nothing was taken from a file. */
export type MailProblem =
  | 'empty'
  | 'notMail'
  | 'tooBig'
  | 'tooMany'
  | 'tooLong'
  | 'broken'
  /** A contact, a task or a note of Outlook. */
  | 'otherItem'
  | 'encrypted'
  /** A calendar file that calls off or answers, and invites to nothing. */
  | 'noMeeting'
  | 'unreadable'
  /** The browser could not run the worker. */
  | 'notStarted'

/** Bytes in one file of messages. */
export const MAX_MAIL_FILE = 100_000_000
/** Messages in one file; more than anybody can go through. */
export const MOST_MESSAGES = 10_000
