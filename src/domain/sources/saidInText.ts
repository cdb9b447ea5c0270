import type { ANSWERS, AUTO_SAYS } from '../areas/partner/schema.ts'
import { datesInText } from '../dates/datesInText.ts'
import { addDays, compareDays, lastDayOf, type PlainDate, type PlainMonth } from '../dates/plainDate.ts'
import type { WritingHabits } from '../dates/writtenDate.ts'

type Answer = (typeof ANSWERS)[number]

/** What a text seems to say, with the sentence that says it: a guess that somebody looks at. */
interface Said<What> {
  what: What
  sentence: string
}

/** Looked for in this order in each sentence; later ones win only where none before is in the text (C). */
const SIGNS: readonly (readonly [Exclude<Answer, 'auto'>, RegExp])[] = [
  [
    'refused',
    /ingår inte|inte (?:en del|del) av (?:avtalet|offerten|leveransen|omfattningen|uppdraget)|utanför (?:avtalet|offerten|omfattningen|scope|uppdraget)|(?:är|blir) (?:ett )?tilläggs|out of scope|not (?:included|part of|in scope)|outside (?:the )?(?:agreed )?scope|change request would be|would need a change request/i,
  ],
  [
    'done',
    /(?:är|har) nu (?:\p{L}+ ){0,3}?(?:levererat|levererad|åtgärdat|åtgärdad|fixat|fixad|rättat|rättad|driftsatt|klart?|live|ute|löst)|(?:är|har) (?:\p{L}+ )?(?:levererats?|levererad|åtgärdats?|åtgärdad|fixat|rättats?|rättad|driftsatts?|driftsatt|lösts?|släppts?) (?:nu|idag|i dag|igår|i går|i morse|till)|vi har (?:\p{L}+ )?(?:levererat|åtgärdat|fixat|rättat|driftsatt|löst|släppt|lagt ut|publicerat)|(?:ligger|finns) nu (?:ute|live|i (?:produktion|drift|test|staging))|(?:is|are) now (?:\p{L}+ )?(?:fixed|live|done|deployed|delivered|resolved|available|complete|in production)|(?:has|have) (?:now )?been (?:\p{L}+ )?(?:fixed|deployed|delivered|resolved|released|completed)|we(?:'ve| have) (?:now |just )?(?:fixed|deployed|delivered|resolved|released|shipped)/iu,
  ],
  [
    'asks',
    /(?:vi )?behöver (?:vi )?(?:\p{L}+ ){0,4}?(?:av|från) er|(?:kan|skulle) (?:ni|du) (?:kunna )?(?:\p{L}+ )?(?:skicka|bekräfta|svara|ge|dela|lämna|förtydliga|kolla|beskriva|återkomma)|väntar (?:vi )?(?:\p{L}+ ){0,4}?(?:från|på) er|(?:så fort|när|innan) (?:ni|vi) (?:har |får )?(?:\p{L}+ ){0,5}?från er|(?:could|can|would) you (?:please )?(?:\p{L}+ ){0,2}?(?:send|confirm|provide|share|clarify|give|tell|let|generate|grant|create)|we(?:'re| are)? (?:still )?(?:need|waiting|require)(?:ing)? (?:\p{L}+ ){0,6}?from you|we(?:'re| are) blocked|we (?:still )?need (?:an?|the|your) |please (?:send|confirm|provide|share|let us know)|vänligen (?:skicka|bekräfta|återkom)/iu,
  ],
  [
    // With a new day it is a delay, and without one a refusal: no plan has been found where this is looked at.
    'refused',
    /kommer (?:vi )?inte att (?:göra|åtgärda|leverera|bygga)|(?:kan|tänker) vi inte (?:göra|åtgärda|acceptera|leverera)|(?:will not|won't) (?:be (?:doing|able)|do|fix|deliver|build)/i,
  ],
  [
    'unclear',
    /återkomm(?:er|a)|hör av (?:oss|mig)|tittar (?:vi )?(?:på|närmare)|ser över|kollar (?:på|med|upp)|undersöker|så (?:snart|fort) (?:som möjligt|vi kan)|jobbar (?:på|med)|arbetar (?:på|med)|är (?:på gång|i planeringen)|prioriterar|get back to you|look(?:ing)? into|(?:keep|let) you (?:posted|know)|as soon as (?:possible|we can)|working on|investigat|will (?:review|check|discuss)|in progress/i,
  ],
]

/** So many of them hold whatever day is named beside them. */
const STRONG = 2

/** With a day to come, a promise. */
const PROMISE =
  /lever(?:erar|eras|era|ans)\b|\bklart?\b|klara\b|färdig|kommer (?:att|vi|den|det)|\bska\b|skall|\bblir\b|planerar|planerad|räknar|siktar|satsar|lanserar|lansering|driftsätt|går live|skickar|får ni|har ni|fixar|åtgärdar|rättar|släpper|ute (?:i|på)|på plats|preliminärt|målet|målsätt|deliver|ready|will (?:be|have|do|ship|fix|send)|\bwe'll\b|\bi'll\b|expect|aim|plan(?:ned|ning)?|target|schedul|release|deploy|go(?:es|ing)? (?:live|to production|out)|on staging|in uat|ship|fix(?:ed)? by|done by|complete|in place|eta\b/i

const WRONG =
  /fungerar (?:\p{L}+ )?inte|funkar (?:\p{L}+ )?inte|inte (?:fungera|funka)|inte (?:\p{L}+ )?(?:levererat|levererad|kommit|fått|sett|klart?|hållit)|försen|saknas?|fortfarande (?:inte|väntar|ingen|inget|samma)|(?:ännu|fortfarande) inte|\bfel(?:et|en|meddelande|aktig\p{L}*)?\b|\bbugg|kraschar|trasig|missnöj|oacceptab|inte (?:acceptabelt|okej|ok|rimligt|nöjda)|brist(?:er|en|fällig)|skulle (?:ha )?(?:varit|levererats|kommit|vara klar)|lovade|utlovad|dröjer|tappar|förlora|går inte att|stoppar|hänger sig|avbryts|problem|not work|doesn't work|does not work|broken|still (?:not|no|waiting|missing|haven't|have not|the same)|hasn't|haven't (?:seen|received|heard|had)|missing|overdue|\blate\b|delayed|\bbugs?\b|\berrors?\b|crash|fails?\b|failing|unacceptable|not acceptable|unhappy|disappoint|was (?:due|promised|supposed|meant)|were (?:due|promised)|should have|you promised|wrong|losing|fell over|still (?:has|have) (?:no|zero|nothing)|no (?:update|news|reply|answer|heads-up)|what is going on|nobody (?:has |on your )|agreed on|gave me a heads-up|two months|shows? zero|cancelling|disapproved|came and went|there is no\b|mindre glad|köper (?:jag|vi) inte|godtar (?:jag |vi )?inte|visar noll|inget svar|ingen (?:har svarat|återkoppling)|gått ut|blev inget|passerat|uteblivit|kvarstår/iu

const WANTS_BY =
  /senast|före|innan|till och med|svar|återkom|besked|by\b|before|no later than|latest|reply|answer|respond|confirm/i

const AWAY =
  /frånvar|out of (?:the )?office|semester|vacation|on leave|annual leave|ledig|tillbaka|åter (?:den|på|igen)|back (?:on|in|at)|autosvar/i
const LEFT = /(?:arbetar|jobbar) inte längre|har slutat|no longer (?:works?|with|employed)|has left/i

/** At most so many characters of a mail are looked at. */
const LOOKED_AT = 20_000

/** In calendar days (C): nobody waits longer for an answer; a day that lies further away is one that has been. */
const SOON = 60

/** In calendar days (C): a day without a year that lies further away is one that has been. */
const FARTHEST = 300

/** Sentences and lines, as they stand. */
export const sentencesIn = (text: string, most = LOOKED_AT): readonly string[] =>
  text
    .slice(0, most)
    .split(
      /(?<=[.!?…])(?<!\b(?:kl|ca|nr|bl\.a|t\.ex|d\.v\.s|m\.m|resp|inkl|exkl|st|max|min|jfr|s\.k|m\.fl|ev|o\.s\.v|fr\.o\.m|t\.o\.m|approx|incl|excl|e\.g|i\.e|no|vs)\.)\s+(?=[\p{Lu}\d"”'(–-])|\n+/u,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

const plain = (sentence: string) => sentence.replace(/[’‘´]/g, "'")

export interface SaidByPartner {
  answer: Said<Exclude<Answer, 'auto'>> | null
  promised: Said<PlainDate | PlainMonth> | null
}

/**
 * What kind of answer the partner gives, and the day that they name.
 * @param habits `today` is the day of the message
 */
export function saidByPartner(text: string, habits: WritingHabits): SaidByPartner {
  const sentences = sentencesIn(text)
  const plans = sentences
    .filter(
      (sentence) =>
        PROMISE.test(plain(sentence)) && !sentence.endsWith('?') && !/\bom (?:ni|vi inte)\b|\bif you\b/i.test(sentence),
    )
    .flatMap((sentence) =>
      datesInText(sentence, habits)
        .filter(({ date }) => lastDayOf(date) >= habits.today && lastDayOf(date) <= addDays(habits.today, FARTHEST))
        .map(({ date }) => ({ what: date, sentence })),
    )
    .sort((a, b) => compareDays(lastDayOf(a.what), lastDayOf(b.what)))
  const found = SIGNS.map(([what, sign]) => {
    const sentence = sentences.find((each) => sign.test(plain(each)))
    return sentence === undefined ? null : { what, sentence }
  })
  const strong = found.slice(0, STRONG).find((each) => each !== null)
  const last = plans.at(-1) ?? null
  // "It is live now; the rest follows on Friday" is a plan only if nothing is said to be done or refused.
  if (strong === undefined && last !== null)
    return { answer: { what: 'plan', sentence: last.sentence }, promised: last }
  return { answer: found.find((each) => each !== null) ?? null, promised: null }
}

export interface SaidByUs {
  concern: Said<'yes'> | null
  answerBy: Said<PlainDate> | null
}

/** Whether we say what is wrong, and by when we want an answer. */
export function saidByUs(text: string, habits: WritingHabits): SaidByUs {
  const sentences = sentencesIn(text)
  const wrong = sentences.find((sentence) => WRONG.test(plain(sentence)))
  const wanted = sentences
    .filter((sentence) => WANTS_BY.test(plain(sentence)))
    .flatMap((sentence) =>
      datesInText(sentence, habits)
        .filter(({ date }) => date.length === 10 && date > habits.today && date <= addDays(habits.today, SOON))
        .map(({ date }) => ({ what: date, sentence })),
    )
  return { concern: wrong === undefined ? null : { what: 'yes', sentence: wrong }, answerBy: wanted[0] ?? null }
}

/** They are back on that day: the one before is the last one away. */
const BACK = /tillbaka|åter\b|\bback\b|return(?:ing)?\b/i

/** What an automatic answer says, and the last day away. */
export function saidAutomatically(text: string, habits: WritingHabits) {
  const says: (typeof AUTO_SAYS)[number] = LEFT.test(text) ? 'left' : AWAY.test(text) ? 'away' : 'confirmation'
  const days = sentencesIn(text).flatMap((sentence) =>
    datesInText(sentence, habits)
      .filter(({ date }) => date.length === 10 && date >= habits.today)
      .map(({ date }) => ({ what: BACK.test(sentence) ? addDays(date, -1) : date, sentence })),
  )
  return { says, until: says === 'away' ? (days.at(-1) ?? null) : null }
}

/** A subject or a first line that only a program writes. */
export const isAutomaticText = (subject: string | null, text: string): boolean =>
  /^(?:autosvar|automatiskt svar|automatic reply|auto(?:matic)?[ -]?reply|auto:|out of (?:the )?office|frånvaro)/i.test(
    subject ?? '',
  ) || /^(?:detta är ett automatiskt|this is an automat)/i.test(text.trim())
