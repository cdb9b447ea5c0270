import type { InboxEntry } from '../../domain/inbox/inbox.ts'
import { isVerdict } from '../../domain/reply/reply.ts'
import { stepState } from '../../i18n/replyWords.ts'
import type { Words } from '../../i18n/useWords.ts'

/** For the table on the page and the one in the file. */
export function entryWords(words: Words, entry: InboxEntry) {
  const { translate, formats } = words
  const { newest, verdict, waiting, next } = entry
  return {
    emergency: entry.emergency === null ? '' : translate(`inbox:emergencies.${entry.emergency}`),
    company: newest.company ?? translate('inbox:unnamed'),
    step: stepState(words, newest, entry.isOver),
    effect: newest.effect === null ? '' : translate(`inbox:effects.${newest.effect}`),
    verdict:
      verdict === null
        ? ''
        : isVerdict(verdict)
          ? translate(`reply:verdicts.${verdict}.short`)
          : translate('reply:otherVerdict'),
    waiting: translate(`inbox:waiting.${waiting}`),
    next: next === null ? '' : translate(`inbox:next.${next.is}`, { date: formats.date(next.date) }),
    age: entry.age === 0 ? translate('inbox:today') : translate('inbox:days', { count: entry.age }),
  }
}
