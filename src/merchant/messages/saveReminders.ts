import type { Answers } from '../../domain/case/answers.ts'
import type { Reminder } from '../../domain/reminders/reminders.ts'
import { calendarFile } from '../../exchange/calendar/calendarFile.ts'
import { plainName } from '../../exchange/fileName.ts'
import { reminderTitle } from '../../i18n/messageWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import type { Clock } from '../../platform/clock.ts'
import { download } from '../../platform/files.ts'

/** Downloads the days as a calendar file, and gives its name. */
export function saveReminders(
  words: Words,
  { id, answers }: { id: string; answers: Answers },
  reminders: readonly Reminder[],
  clock: Clock,
): string {
  const days = reminders.map((reminder) => ({
    uid: `${reminder.kind}-${reminder.of}-${id}@partnerguiden`,
    date: reminder.date,
    title: reminderTitle(words, reminder, answers),
    description: words.translate('drafts:reminders.description'),
  }))
  const partner = plainName(answers.about.partnerCompany ?? '')
  // One day is named by itself: two of them saved after each other are two files.
  const [first, ...more] = reminders
  const named = more.length === 0 && first !== undefined ? ['reminder', first.date] : ['reminders', clock.today()]
  const name = `${named.toSpliced(1, 0, partner).filter(Boolean).join('-')}.ics`
  download(new Blob([calendarFile(days, clock.now())], { type: 'text/calendar' }), name)
  return name
}
