import { describe, expect, it } from 'vitest'
import { partiesIn, partyIn } from '../../../src/domain/sources/foundMessage.ts'
import { passagesIn } from '../../../src/domain/sources/quotedText.ts'
import { withoutSignature } from '../../../src/domain/sources/signature.ts'

describe('a person in a header', () => {
  it.each<[string, string | null, string | null]>([
    ['Anna Ek <Anna@Example.com>', 'Anna Ek', 'anna@example.com'],
    ['anna@example.com (Anna Ek)', 'Anna Ek', 'anna@example.com'],
    ['"Ek, Anna" [mailto:anna.ek+x@example.com]', 'Anna Ek', 'anna.ek+x@example.com'],
    ["'Anna Ek' <anna@example.com>", 'Anna Ek', 'anna@example.com'],
    ['mailto:anna@example.com', null, 'anna@example.com'],
    ['<anna@example.com>', null, 'anna@example.com'],
    ['*Anna Ek*', 'Anna Ek', null],
    ['Anna   Ek', 'Anna Ek', null],
    ["O'Neil-Berg, Mary Ann", "Mary Ann O'Neil-Berg", null],
    ['O’Neil, Sean', 'Sean O’Neil', null],
    ['Ek, Anna, chef', 'Ek, Anna, chef', null],
    ['Anna på lager <anna@lager.åre.se>', 'Anna på lager', 'anna@lager.åre.se'],
    [' ', null, null],
  ])('is a name and an address: %s', (written, name, address) => {
    expect(partyIn(written)).toEqual({ name, address })
  })

  it('is one of several, at most twenty', () => {
    expect(partiesIn('Anna Ek; bo@example.com, <c@example.com>, Dan <d@example.com>; ;')).toEqual([
      { name: 'Anna Ek', address: null },
      { name: null, address: 'bo@example.com' },
      { name: null, address: 'c@example.com' },
      { name: 'Dan', address: 'd@example.com' },
    ])
    expect(partiesIn('Ek, Anna')).toEqual([{ name: 'Anna Ek', address: null }])
    expect(partiesIn(Array(30).fill('a@example.com').join(';'))).toHaveLength(20)
    expect(partiesIn('')).toEqual([])
  })
})

const own = (...lines: string[]) => withoutSignature(lines, 'Anna Ek')

describe('what somebody wrote', () => {
  const SENTENCE = 'Kassan är fortfarande sen.'

  it.each([
    'Hej',
    'Hejsan!',
    'Hejj Bo,',
    'Hallå där',
    'God morgon Bo',
    'God dag',
    'Hello Bo,',
    'Hi team',
    'Hey!',
    'Dear Bo,',
    'Good afternoon',
    'Kära alla',
    'Bo,',
    'Bo Lind!',
    'Bo Erik Lind:',
    'Bo Lind –',
    "O'Brien,",
    'Hoppas allt är bra!',
    'Hope you had a good weekend.',
    'Hope this finds you well!',
  ])('has no greeting: %s', (line) => {
    expect(own(line, '', SENTENCE).text).toBe(SENTENCE)
    expect(own(SENTENCE, 'Mer text.', line).text).toContain(line)
  })

  it.each([
    'Hej, kassan är fortfarande sen och vi väntar på besked om den.',
    'Highlights from the meeting',
    'Bo Lind har inte svarat:',
    'bo,',
    'Hoppas ni kan laga kassan',
    'Hoppas allt är bra, men kassan är fortfarande sen och det är inte bra alls!',
    'Heja på',
  ])('keeps a first line that says something: %s', (line) => {
    expect(own(line, SENTENCE).text).toContain(line)
  })

  it('has no greeting after the greeting either, and no banner above or below', () => {
    expect(own('Hej Bo!', '', 'Hoppas du mår bra!', '', SENTENCE).text).toBe(SENTENCE)
    for (const banner of [
      '[External] This mail is from outside the organization',
      'External: mail from outside',
      'Externt mejl',
      'CAUTION: this email is from outside.',
      'Varning: okänd avsändare',
      'OBS! E-post utifrån organisationen',
      "You don't often get email from bo@example.com. Learn why",
      'Du får inte ofta e-post från bo@example.com',
    ])
      expect(own(banner, 'Hej Bo!', SENTENCE, banner).text, banner).toBe(SENTENCE)
    expect(own('Varning: kassan ligger nere', SENTENCE).text).toContain('Varning')
  })

  it.each([
    '-- ',
    '--',
    '—',
    'Mvh',
    'm.v.h.',
    'Med vänlig hälsning',
    'Med vänliga hälsningar,',
    'Vänliga hälsningar',
    'Vänlig hälsning',
    'Bästa hälsningar!',
    'Med hälsning',
    'Varma hälsning',
    'Hälsning',
    'Hälsningar',
    'Hälsn.',
    'Allt gott',
    'Allt gott hälsningar',
    'V h',
    'VH',
    'Best regards,',
    'Kind regards',
    'Kindest regards',
    'Warm wishes',
    'Many thanks',
    'Regards',
    'Cheers!',
    'Sincerely',
    'Yours sincerely',
    'Yours truly,',
    'All the best',
    'Thanks',
    'Thank you,',
    'Best',
    'Tack så mycket!',
    'Tack',
    'BR',
    'Rgds',
    'Mvh Anna',
    'Mvh, Anna Ek',
    'Mvh/Anna',
    'Tack / Anna Maria Ek',
    '/Bo',
    '/ Bo Lind',
    '//Bo',
    "Mvh Sean O'Neil",
    'Mvh Sean O’Neil',
  ])('ends before "%s", with the name and what stands below it', (line) => {
    expect(own('Hej', SENTENCE, '', line, 'Anna Ek', 'E-handelschef')).toEqual({
      text: SENTENCE,
      signature: ['Anna Ek', 'E-handelschef'],
    })
  })

  it.each([
    'Tack för ert svar',
    'Best practice is another',
    'Thanks again for the plan',
    'Bristen är känd',
    '/anna',
    'Mvh och tack',
  ])('goes on after "%s"', (line) => {
    expect(own(line, SENTENCE).text).toBe(`${line}\n${SENTENCE}`)
  })

  it('ends before the name of whoever wrote, and has it in the signature', () => {
    for (const name of ['Anna Ek', 'Anna', '– Anna', '/anna.', 'Anna Ek, E-handelschef'])
      expect(own(SENTENCE, name, 'Nordfjäll').text, name).toBe(SENTENCE)
    expect(own(SENTENCE, 'Anna Ek', 'Nordfjäll').signature).toEqual(['Anna Ek', 'Nordfjäll'])
    for (const other of ['Anna Berg', 'Annas', 'Ek', `Anna Ek ${'x'.repeat(70)}`])
      expect(own(SENTENCE, other, 'Nordfjäll').text, other).toContain(other)
    expect(withoutSignature([SENTENCE, 'Anna'], null).text).toBe(`${SENTENCE}\nAnna`)
    expect(withoutSignature([SENTENCE, 'A', 'Mer.'], 'A Berg').text).toContain('A\nMer.')
  })

  it('is no signature where sentences or many lines stand below it', () => {
    expect(own(SENTENCE, 'Tack', 'När är det klart?').text).toContain('När')
    expect(own(SENTENCE, 'Tack', 'Stopp!').text).toContain('Stopp')
    expect(own(SENTENCE, 'Tack', `${'Vi har väntat i flera veckor på detta besked'} nu.`).text).toContain('väntat')
    expect(own(SENTENCE, 'Tack', 'x'.repeat(91)).text).toContain('xxx')
    expect(own(SENTENCE, 'Tack', `${'x'.repeat(44)}.`).text).toBe(SENTENCE)
    expect(own(SENTENCE, 'Tack', 'Anna', 'Nordfjäll', 'Kom och hälsa på i vår nya butik?').text).toBe(SENTENCE)
    expect(own(SENTENCE, '--', 'När är det klart?').text).toBe(SENTENCE)
    expect(own(SENTENCE, 'Tack', ...Array(30).fill('Anna')).text).toBe(SENTENCE)
    expect(own(SENTENCE, 'Tack', ...Array(31).fill('rad')).text).toContain('rad')
  })

  it.each([
    'Skickat från min iPhone',
    'Sent from Outlook for iOS',
    'Hämta Outlook för Android',
    'Get Outlook for iOS',
    'Skickades från mobilen',
    'Sent via Mail',
    'Join with Google Meet',
    'Join on your computer for the meeting',
    'Join Zoom Meeting',
    'Anslut till mötet',
    'Anslut dig nu',
    'Klicka här för att ansluta till mötet',
    'Microsoft Teams',
    'Microsoft Teams-möte',
    'Microsoft Teams meeting',
    'Microsoft Teams Need help?',
    'Gå med i mötet',
  ])('ends before "%s"', (line) => {
    expect(own(SENTENCE, line, 'Mer').text).toBe(SENTENCE)
  })

  it('is in whole lines where its program had broken them, and in its own otherwise', () => {
    const long = 'Vi har väntat på besked om kassan sedan i augusti, och ingen'
    expect(own(`${long}`, 'har hört av sig.').text).toBe(`${long} har hört av sig.`)
    expect(own(long, '- har hört av sig').text).toBe(`${long}\n- har hört av sig`)
    expect(own(long, '1. har hört av sig').text).toBe(`${long}\n1. har hört av sig`)
    expect(own(long, '2) har hört av sig').text).toBe(`${long}\n2) har hört av sig`)
    expect(own(long, '', 'har hört av sig').text).toBe(`${long}\n\nhar hört av sig`)
    expect(own('Vi har väntat', 'på besked').text).toBe('Vi har väntat\npå besked')
    expect(own('x'.repeat(54), 'y').text).toBe(`${'x'.repeat(54)}\ny`)
    expect(own('x'.repeat(55), 'y').text).toBe(`${'x'.repeat(55)} y`)
    expect(own('x'.repeat(82), 'y').text).toBe(`${'x'.repeat(82)} y`)
    expect(own('x'.repeat(83), 'y').text).toBe(`${'x'.repeat(83)}\ny`)
    expect(own('A', '', '', '', '', 'B').text).toBe('A\n\nB')
  })

  it('is nothing where there is nothing', () => {
    expect(own()).toEqual({ text: '', signature: [] })
    expect(own('', ' ')).toEqual({ text: '', signature: [] })
    expect(own('Hej!')).toEqual({ text: '', signature: [] })
  })
})

/** Sender, day, subject and text of each passage. */
const passages = (...lines: string[]) =>
  passagesIn(lines.join('\n')).map(({ quoted, text }) =>
    quoted === null ? text : [quoted.from?.name ?? quoted.from?.address ?? null, quoted.sent, quoted.subject, text],
  )
const BLOCK = ['Från: Bo Lind', 'Skickat: den 9 november 2026', 'Ämne: Kassan', ''] as const

describe('a message that another one quotes', () => {
  it.each([
    ['From', 'Sent', 'Subject'],
    ['Sender', 'Date', 'Subject'],
    ['Från', 'Skickat', 'Ämne'],
    ['Avsändare', 'Datum', 'Ämne'],
    ['*From', 'Skickades', '*Subject'],
    ['  From', ' Date', ' Subject'],
  ])('begins with fields: %s, %s, %s', (from, sent, subject) => {
    const close = from.startsWith('*') ? ':*' : ':'
    expect(
      passages('Nytt.', '', `${from}${close} Bo Lind`, `${sent}: 9 nov`, `${subject}${close} Kassan`, '', 'Gammalt.'),
    ).toEqual(['Nytt.', ['Bo Lind', '9 nov', 'Kassan', 'Gammalt.']])
  })

  it('has its receivers, and those of copies', () => {
    const [, passage] = passagesIn(
      [
        'Ny.',
        'From: bo@b.example',
        'To: Anna <anna@a.example>; c@a.example',
        'Cc: d@a.example',
        'Subject: x',
        '',
        'Text',
      ].join('\n'),
    )
    expect(passage?.quoted?.to.map(({ address }) => address)).toEqual(['anna@a.example', 'c@a.example', 'd@a.example'])
    for (const [to, copy] of [
      ['Till', 'Kopia'],
      ['Mottagare', 'Kopia till'],
    ]) {
      const [, swedish] = passagesIn(
        ['Ny.', 'Från: Bo', `${to}: a@a.example`, `${copy}: b@a.example`, 'Ämne: x', '', 'Text'].join('\n'),
      )
      expect(swedish?.quoted?.to.map(({ address }) => address)).toEqual(['a@a.example', 'b@a.example'])
    }
  })

  it('has fields with blank lines between them, and fields that go on', () => {
    expect(passages('Nytt.', 'From: Bo', '', 'Sent: 9 nov', '', 'Subject: Kassan', '', 'Gammalt.')[1]).toEqual([
      'Bo',
      '9 nov',
      'Kassan',
      'Gammalt.',
    ])
    expect(
      passages(
        'Nytt.',
        'From: Bo',
        'To: a@a.example;',
        'b@a.example',
        ' c@a.example',
        'Dan <d@a.example>',
        'Subject: Kassan',
        'Gammalt.',
      )[1],
    ).toEqual(['Bo', null, 'Kassan', 'Gammalt.'])
    expect(
      passages('Nytt.', 'From: Bo', 'Importance: High', 'Bilagor: a.pdf', 'Subject: Kassan', 'Gammalt.')[1],
    ).toEqual(['Bo', null, 'Kassan', 'Gammalt.'])
  })

  it.each([
    ['a sender alone', ['From: Bo', 'Gammalt.']],
    ['no sender', ['Sent: 9 nov', 'Subject: Kassan', 'Gammalt.']],
    ['a field of no message', ['Importance: High', 'From: Bo', '']],
    ['a sentence', ['Till: det går inte', 'Ämne har det']],
    ['too many fields before', ['From: Bo', ...Array(14).fill('Cc: x'), 'Subject: Kassan']],
  ])('is none with %s', (_, lines) => {
    expect(passages('Nytt.', ...lines)).toHaveLength(1)
  })

  it.each([
    'Den mån 9 nov. 2026 kl. 08:00 skrev Bo Lind:',
    'den 9 nov 2026 08:00, skrev Bo Lind :',
    'På 9 nov. 2026 skrev Bo Lind:',
    '9 nov. 2026 kl. 08:00 skrev Bo Lind:',
    'On Mon, Nov 9, 2026 at 8:00 AM Bo Lind wrote:',
    'On Mon, Nov 9, 2026 at 8:00 a.m. Bo Lind wrote:',
    'On 9 Nov 2026, at 08:00:12, Bo Lind wrote :',
    'On Mon, 9 Nov 2026 08.00 CET Bo Lind wrote:',
    'On Mon, 9 Nov 2026 08:00:12 +0100, Bo Lind wrote:',
    'On Mon, 9 Nov 2026 08:00 (CET) Bo Lind wrote:',
    'On 9 November 2026 Bo Lind wrote:',
    'On 11/9/2026, Bo Lind wrote:',
    'On 9.11.26 Bo Lind wrote:',
  ])('begins with one line: %s', (line) => {
    for (const mark of ['', '> ']) {
      const found = passages('Nytt.', '', line, `${mark}Gammalt.`)
      expect(found, mark).toHaveLength(2)
      expect(found[1]?.at(0)).toBe('Bo Lind')
      expect(found[1]?.at(3)).toBe('Gammalt.')
      expect(found[1]?.at(1)).toMatch(/9/)
    }
  })

  it('begins with one line that is broken into two or three', () => {
    expect(passages('Nytt.', 'Den 9 nov. 2026 kl. 08:00 skrev', 'Bo Lind', '<bo@b.example>:', '> Gammalt.')[1]).toEqual(
      ['Bo Lind', '9 nov. 2026 kl. 08:00', null, 'Gammalt.'],
    )
    expect(
      passages('Nytt.', 'Den 9 nov. 2026 kl. 08:00 skrev', 'Bo', 'Lind', '<bo@b.example>:', '> Gammalt.'),
    ).not.toContainEqual(expect.arrayContaining(['Bo Lind']))
    expect(passages('Nytt.', 'Den 9 nov. 2026 skrev', '', 'Bo Lind:', '> Gammalt.')[1]).toBeUndefined()
  })

  it.each([
    'Den 9 november skrev vi till er.',
    'On 9 November we wrote to you.',
    'Bo skrev igår:',
    `Den 9 nov ${'x'.repeat(200)} skrev Bo:`,
  ])('is none where somebody only says so: %s', (line) => {
    expect(passages('Nytt.', line, 'Mer.')).toHaveLength(1)
  })

  it.each([
    '-----Original Message-----',
    '----- Ursprungligt meddelande -----',
    '---------- Forwarded message ---------',
    '-------- Originalmeddelande --------',
    'Begin forwarded message:',
    'Vidarebefordrat brev',
    'Vidarebefordrat meddelande:',
    'Start på vidarebefordrat meddelande:',
    '__________',
    '----------',
    '*** Original Message ***',
  ])('has no line across the page above it: %s', (line) => {
    expect(passages('Nytt.', line, ...BLOCK, 'Gammalt.')).toEqual([
      'Nytt.',
      ['Bo Lind', 'den 9 november 2026', 'Kassan', 'Gammalt.'],
    ])
    // What stands below such a line and is no message is nobody's.
    expect(passages('Nytt.', line, 'Sekretess.', 'Denna e-post är hemlig.', 'Rad tre.', 'Rad fyra.')).toEqual(['Nytt.'])
  })

  it('is told by its marks, of whatever depth, and answers between its lines are not its own', () => {
    expect(passages('> Nytt.', '>', '> Den 9 nov. 2026 skrev Bo Lind:', '> > Gammalt.', '> Svar.', '> > Mer.')).toEqual(
      ['Nytt.\n\nSvar.', ['Bo Lind', '9 nov. 2026', null, 'Gammalt.\nMer.']],
    )
    expect(passages('Nytt.', '> Den 9 nov. 2026 skrev Bo Lind:', '>> Äldre.', '> Gammalt.')).toEqual([
      'Nytt.',
      ['Bo Lind', '9 nov. 2026', null, 'Äldre.'],
    ])
  })

  it('is read up to two hundred, and a text up to twenty thousand lines and characters in a line', () => {
    const many = Array.from({ length: 250 }, (_, at) => ['From: Bo', `Sent: ${at}`, `Text ${at}.`]).flat()
    expect(passages('Nytt.', ...many)).toHaveLength(200)
    expect(passages(...Array(20_010).fill('a'))).toEqual([expect.any(String)])
    expect((passages(...Array(20_010).fill('a'))[0] as string).split('\n')).toHaveLength(20_000)
    expect(passages('x'.repeat(20_010))).toEqual(['x'.repeat(20_000)])
  })

  it('has the signature that its own writer is known by', () => {
    expect(passages('Nytt.', ...BLOCK, 'Gammalt.', 'Bo Lind', 'Kvistbro')[1]).toEqual([
      'Bo Lind',
      'den 9 november 2026',
      'Kassan',
      'Gammalt.',
    ])
    expect(passagesIn('Nytt.\nAnna Ek\nNordfjäll', 'Anna Ek')[0]).toMatchObject({
      text: 'Nytt.',
      signature: ['Anna Ek', 'Nordfjäll'],
    })
    expect(passagesIn('Nytt.\u00a0Ja\u200b.')[0]?.text).toBe('Nytt. Ja.')
  })
})
