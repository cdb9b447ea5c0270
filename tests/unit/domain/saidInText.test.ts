import { describe, expect, it } from 'vitest'
import {
  isAutomaticText,
  saidAutomatically,
  saidByPartner,
  saidByUs,
  sentencesIn,
} from '../../../src/domain/sources/saidInText.ts'

const TODAY = '2026-11-12'
const HABITS = { language: 'sv', today: TODAY, year: { from: TODAY } } as const

const answerIn = (text: string) => saidByPartner(text, HABITS).answer?.what ?? null

/** What people write, in other words and with other words in between. */
const PHRASES: Readonly<Record<'refused' | 'done' | 'asks' | 'unclear', readonly string[]>> = {
  refused: [
    'Det ingår inte.',
    'Det är inte en del av avtalet.',
    'Det är inte del av offerten.',
    'Det ligger utanför omfattningen.',
    'Det är tilläggsarbete.',
    'Det blir ett tilläggsarbete.',
    'That is out of scope.',
    'It is not included.',
    'It is not part of it.',
    'It is outside scope.',
    'It is outside the scope.',
    'It is outside agreed scope.',
    'It is outside the agreed scope.',
    'It would need a change request.',
    'Det kommer vi inte att bygga.',
    'Det kommer inte att åtgärda sig.',
    'Det kan vi inte acceptera.',
    'Det tänker vi inte göra.',
    'We will not fix that.',
    'We won’t be able to.',
  ],
  done: [
    'Det är nu levererat.',
    'Allt är nu till sist helt levererat.',
    'Det är nu klar.',
    'Det är nu klart.',
    'Det har åtgärdat nu.',
    'Det har åtgärdats nu.',
    'Det har levererat idag.',
    'Det har äntligen levererats idag.',
    'Felen har rättat i dag.',
    'Felen har rättats i dag.',
    'Det har driftsatt nu.',
    'Det har driftsatts nu.',
    'Det har löst nu.',
    'Det har lösts nu.',
    'Det har släppt nu.',
    'Det har släppts i morse.',
    'Vi har levererat.',
    'Vi har äntligen levererat.',
    'Det ligger nu ute.',
    'Det finns nu i produktion.',
    'It is now fixed.',
    'They are now fully deployed.',
    'It has been fixed.',
    'They have now been fully deployed.',
    'We’ve fixed it.',
    'We have fixed it.',
    'We have just fixed it.',
    'We have now released it.',
  ],
  asks: [
    'Innan dess behöver vi en komplett lista från er.',
    'Då behöver svar av er.',
    'Vi behöver från er ett svar.',
    'Kan ni skicka listan?',
    'Skulle du kunna skicka listan?',
    'Kan ni snarast bekräfta listan?',
    'Nu väntar på er.',
    'Nu väntar vi på er.',
    'Vi väntar fortfarande bara på er.',
    'Så fort vi har bilderna från er.',
    'När vi får alla bilder från er.',
    'Innan vi hört något från er.',
    'Innan ni från er sida svarat.',
    'Could you send the list?',
    'Can you please quickly send the list?',
    'Would you kindly also confirm it?',
    'We need input from you.',
    'We still need the final list from you.',
    'We’re waiting for it from you.',
    'We are still waiting to hear from you.',
    'We require input from you.',
    'We are needing input from you.',
    'We need from you the list.',
    'We’re blocked.',
    'We are blocked.',
    'We need a list.',
    'We need an answer.',
    'We still need your list.',
    'Please send the list.',
    'Vänligen bekräfta.',
  ],
  unclear: [
    'Vi återkommer.',
    'Vi ska återkomma.',
    'Vi hör av oss.',
    'Vi tittar på det.',
    'Nu tittar vi på det.',
    'Nu tittar närmare alla.',
    'Vi ser över det.',
    'Jag kollar upp det.',
    'Det löser sig så snart som möjligt.',
    'Vi jobbar med det.',
    'Det är på gång.',
    'We will get back to you.',
    'We look into it.',
    'We are looking into it.',
    'We keep you posted.',
    'We are investigating.',
    'It is in progress.',
  ],
}

describe('what an answer seems to say', () => {
  it.each(Object.entries(PHRASES))('is %s in every way that people say it', (what, phrases) => {
    for (const phrase of phrases) expect(answerIn(`Hej. ${phrase}`), phrase).toBe(what)
  })

  it.each([
    'Tack för mejlet.',
    'Vi ses på tisdag!',
    'Det är levererat av någon annan.',
    'Behöver ni hjälp?',
    'Could you believe it?',
    'We need more coffee.',
    'Are you blocked?',
  ])('is nothing: %s', (text) => {
    expect(answerIn(text)).toBeNull()
  })

  it('is a promise with a day to come, in every way that people promise', () => {
    for (const promise of [
      'Vi levererar den 4 december.',
      'Det levereras den 4 december.',
      'Vi ska leverera den 4 december.',
      'Leverans den 4 december.',
      'Klar den 4 december.',
      'Klart den 4 december.',
      'Vi hinner klara det den 4 december.',
      'Färdigt den 4 december.',
      'Den kommer den 4 december.',
      'Det blir den 4 december.',
      'Vi planerar för den 4 december.',
      'Ni får ni se den 4 december, då får ni den.',
      'Vi siktar på den 4 december.',
      'Preliminärt den 4 december.',
      'We deliver on 4 December.',
      'We will have it on 4 December.',
      'We’ll do it on 4 December.',
      'Plan: 4 December.',
      'Planned for 4 December.',
      'Planning for 4 December.',
      'It goes live on 4 December.',
      'We go live on 4 December.',
      'Going to production on 4 December.',
      'Fix by 4 December.',
      'Fixed by 4 December.',
      'Done by 4 December.',
      'ETA 4 December.',
    ])
      expect(saidByPartner(promise, HABITS), promise).toEqual({
        answer: { what: 'plan', sentence: promise },
        promised: { what: '2026-12-04', sentence: promise },
      })
  })

  it('is the last of several days, and of all the sentences the one that names it', () => {
    const text = 'Kassan levereras den 4 december. Lagret levereras den 11 december. Resten levereras i december.'
    expect(saidByPartner(text, HABITS).promised).toEqual({
      what: '2026-12',
      sentence: 'Resten levereras i december.',
    })
    const [first = '', second = ''] = sentencesIn(text)
    expect(saidByPartner(`${second} ${first}`, HABITS).promised).toEqual({ what: '2026-12-11', sentence: second })
  })

  it.each([
    ['a question', 'Levererar vi den 4 december?'],
    ['what depends on them', 'Vi levererar den 4 december om ni svarar.'],
    ['what depends on us', 'Vi levererar den 4 december om vi inte hör något.'],
    ['what depends on them, in English', 'We deliver on 4 December if you answer.'],
    ['a day that has been', 'Vi levererar den 4 november 2026.'],
    ['a day that is too far away', 'Vi levererar den 4 december 2027.'],
    ['a day without a promise', 'Möte den 4 december.'],
  ])('is no promise: %s', (_, text) => {
    expect(saidByPartner(text, HABITS).promised).toBeNull()
  })

  it('is a promise on the day itself, and at most three hundred days away', () => {
    expect(saidByPartner('Vi levererar den 12 november 2026.', HABITS).promised?.what).toBe(TODAY)
    expect(saidByPartner('Vi levererar den 8 september 2027.', HABITS).promised?.what).toBe('2027-09-08')
    expect(saidByPartner('Vi levererar den 9 september 2027.', HABITS).promised).toBeNull()
  })

  it('is refused or done whatever day stands beside it, and a promise before everything else', () => {
    const day = ' Resten levereras den 4 december.'
    expect(answerIn(`Det ingår inte.${day}`)).toBe('refused')
    expect(answerIn(`Det är nu levererat.${day}`)).toBe('done')
    expect(saidByPartner(`Det är nu levererat.${day}`, HABITS).promised).toBeNull()
    for (const vague of ['Kan ni skicka listan?', 'Vi återkommer.', 'Det kommer vi inte att bygga.'])
      expect(answerIn(`${vague}${day}`)).toBe('plan')
    expect(answerIn('Vi återkommer. Kan ni skicka listan?')).toBe('asks')
    expect(saidByPartner('Hej. Vi återkommer.', HABITS).answer?.sentence).toBe('Vi återkommer.')
  })
})

describe('what we say', () => {
  it.each([
    'Det fungerar inte.',
    'Det fungerar fortfarande inte.',
    'Det funkar inte.',
    'Det funkar alls inte.',
    'Inget vill inte fungera.',
    'Ni har inte levererat.',
    'Ni har inte ens levererat.',
    'Det är inte klar.',
    'Det är inte klart.',
    'Det är försenat.',
    'Det kan sakna bilder.',
    'Bilder saknas.',
    'Fortfarande ingen bild.',
    'Ett fel.',
    'Felet är kvar.',
    'Ett felmeddelande.',
    'Felaktiga priser.',
    'Felaktig bild.',
    'En bugg.',
    'Den skulle varit här.',
    'Den skulle ha varit här.',
    'Ni lovade det.',
    'Inget svar.',
    'Ingen återkoppling.',
    'Det köper vi inte.',
    'Det godtar vi inte.',
    'Det godtar inte chefen.',
    'It is broken.',
    'It doesn’t work.',
    'Still no answer.',
    'We haven’t seen it.',
    'A bug.',
    'Two bugs.',
    'An error.',
    'Two errors.',
    'All orders fail.',
    'It fails.',
    'It fell over.',
    'They show zero.',
    'It shows zero.',
    'Nobody has answered.',
    'Nobody on your side knows.',
    'It is late.',
  ])('is a concern: %s', (text) => {
    expect(saidByUs(`Hej. ${text}`, HABITS).concern).toEqual({ what: 'yes', sentence: text })
  })

  it.each(['Tack för snabbt svar.', 'Bra jobbat!', 'We look forward to the launch.', 'Vi ses på tisdag.'])(
    'is none: %s',
    (text) => {
      expect(saidByUs(text, HABITS).concern).toBeNull()
    },
  )

  it('names the first day for an answer that lies ahead, within sixty days', () => {
    const by = (text: string) => saidByUs(text, HABITS).answerBy
    expect(by('Svara senast den 20 november. Beslut fattas före den 1 december.')).toEqual({
      what: '2026-11-20',
      sentence: 'Svara senast den 20 november.',
    })
    expect(by('Please reply by 11 January 2027.')?.what).toBe('2027-01-11')
    for (const none of [
      'Please reply by 12 January 2027.',
      'Svara senast den 12 november 2026.',
      'Svara senast i december.',
      'Vi ses den 20 november.',
    ])
      expect(by(none), none).toBeNull()
  })
})

describe('an automatic answer', () => {
  it('says that somebody is away, and until when: the day before they are back', () => {
    expect(saidAutomatically('Jag är på semester. Jag är tillbaka den 20 november.', HABITS)).toEqual({
      says: 'away',
      until: { what: '2026-11-19', sentence: 'Jag är tillbaka den 20 november.' },
    })
    for (const back of ['I am out of office and return on 20 November.', 'On leave, returning 20 November.'])
      expect(saidAutomatically(back, HABITS).until?.what, back).toBe('2026-11-19')
    expect(saidAutomatically('Frånvarande 13 november till 20 november.', HABITS).until?.what).toBe('2026-11-20')
    expect(saidAutomatically('Out of the office.', HABITS)).toEqual({ says: 'away', until: null })
    expect(saidAutomatically('Ledig till den 1 november 2026.', HABITS).until).toBeNull()
    expect(saidAutomatically('Ledig till den 12 november 2026.', HABITS).until?.what).toBe(TODAY)
    expect(saidAutomatically('Ledig i december.', HABITS).until).toBeNull()
  })

  it('says that somebody has left, or only that the mail has come', () => {
    for (const left of [
      'Bo arbetar inte längre här.',
      'Bo har slutat.',
      'Bo no longer works here.',
      'Bo is no longer with us.',
    ])
      expect(saidAutomatically(left, HABITS).says, left).toBe('left')
    expect(saidAutomatically('Tack! Vi svarar senast den 20 november.', HABITS)).toEqual({
      says: 'confirmation',
      until: null,
    })
  })

  it('is known by its subject or its first line', () => {
    for (const subject of [
      'Autosvar: SV: Kassan',
      'Automatiskt svar: Kassan',
      'Automatic reply: Kassan',
      'Auto-reply',
      'Autoreply',
      'Automatic-reply',
      'Auto: Kassan',
      'Out of office',
      'Out of the office',
      'Frånvaro: Kassan',
    ])
      expect(isAutomaticText(subject, ''), subject).toBe(true)
    for (const text of [' Detta är ett automatiskt svar.', 'This is an automated reply.'])
      expect(isAutomaticText(null, text), text).toBe(true)
    expect(isAutomaticText('SV: Autosvar på mejl', 'Hej. This is an automatic door.')).toBe(false)
  })
})

describe('sentences', () => {
  it('end where a new one begins or a line ends, and not at what is shortened', () => {
    expect(
      sentencesIn('Hej! Vi ses kl. 12 hos t.ex. Bo. Eller inte… Vad tror du? 4 av 10 säger ja.\n\n  Ja  \n'),
    ).toEqual(['Hej!', 'Vi ses kl. 12 hos t.ex. Bo.', 'Eller inte…', 'Vad tror du?', '4 av 10 säger ja.', 'Ja'])
    expect(sentencesIn('Version 2.4 är klar. men inte 2.5')).toEqual(['Version 2.4 är klar. men inte 2.5'])
    expect(sentencesIn('Klart. "Nu" då. (Sen) – då. – Ja')).toEqual(['Klart.', '"Nu" då.', '(Sen) – då.', '– Ja'])
  })

  it('are looked at up to a length', () => {
    expect(sentencesIn('En. Två.', 4)).toEqual(['En.'])
    expect(sentencesIn(`${'a'.repeat(19_999)}\nb`)).toHaveLength(1)
    expect(sentencesIn(`${'a'.repeat(19_998)}\nb`)).toHaveLength(2)
  })
})
