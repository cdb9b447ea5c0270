import { describe, expect, it } from 'vitest'
import { mentions } from '../../../src/domain/specificity/telltaleWords.ts'
import { saysNothing, vagueWordIn } from '../../../src/domain/specificity/vagueWords.ts'

/** What merchants write when they are tired: each could be about any shop on any day. */
const VAGUE = {
  sv: [
    'Kassan krånglar hela tiden.',
    'De svarar aldrig.',
    'Allt är försenat.',
    'Inget fungerar i butiken.',
    'Sidan är långsam.',
    'Sökningen är seg.',
    'Kvaliteten är dålig.',
    'Integrationen är trasig.',
    'Lösningen känns buggig.',
    'Många kunder klagar.',
    'Det händer ofta.',
    'Det ska vara klart snart.',
    'Vi vill ha svar snarast.',
    'Nyligen slutade exporten att gå.',
    'Partnern är oproffsig.',
    'Importen går alltid sönder på natten.',
    'Vi får aldrig besked om datum.',
    'Hela tiden dyker nya fel upp.',
    'Butiken laddar långsamt.',
    'Adminen är väldigt seg på morgonen.',
    'Översättningarna är dåliga, ja dålig svenska rakt av.',
    'Filtret är trasigt.',
    'Flödet är buggigt.',
    'Alltid samma fel efter en release.',
    'Ofta saknas bilder.',
    'Priserna blir aldrig rätt.',
    'Lagret är segt att uppdatera.',
    'Vi har många öppna ärenden.',
    'Snart är det kampanj.',
    'Fakturorna är alltid fel.',
    'Allt tar för lång tid.',
    'Det fungerar dåligt i mobilen.',
    'De lovar alltid något nytt.',
    'Många order fastnar.',
    'Kunderna får ofta fel pris.',
    'Supporten svarar oproffsigt.',
    'Rapporterna kommer aldrig.',
    'Hela tiden nya tidsplaner.',
    'Nyligen flyttades datumet igen.',
    'Betalningen är trasig ibland.',
  ],
  en: [
    'The checkout plays up constantly.',
    'They never answer.',
    'Everything is late.',
    'Nothing works in the store.',
    'The site is slow.',
    'Search is bad.',
    'The quality is poor.',
    'The integration is broken.',
    'The solution feels buggy.',
    'Many customers complain.',
    'It happens often.',
    'It should be done soon.',
    'We want an answer ASAP.',
    'Recently the export stopped.',
    'The partner is unprofessional.',
    'The import always fails at night.',
    'We never hear about a date.',
    'New faults constantly turn up.',
    'The store is slow on phones.',
    'The admin is always slow in the morning.',
    'The translations are bad.',
    'The filter is broken.',
    'The flow is buggy.',
    'Always the same fault after a release.',
    'Pictures are often missing.',
    'Prices are never right.',
    'Stock updates are slow.',
    'We have many open tickets.',
    'The campaign is soon.',
    'The invoices are always wrong.',
    'Everything takes too long.',
    'It works badly, a bad experience on the phone.',
    'They always promise something new.',
    'Many orders get stuck.',
    'Customers often get the wrong price.',
    'Support has been unprofessional.',
    'Reports never come.',
    'New timelines constantly.',
    'The date was moved again recently.',
    'Payment is broken at times.',
  ],
} as const

/** What a stranger can look up, with figures or with facts in words. */
const CLEAR = {
  sv: [
    'Fyra av tio köp slutade på en tom sida.',
    '12 av 12 testorder saknades i ERP efter 24 timmar.',
    'Sökning på NF-2210 gav 0 träffar.',
    '95 av 100 sidvisningar tog högst 6,8 sekunder.',
    'Knappen Begär offert finns inte på testservern.',
    'Faktura 2026-1187 gäller 112 timmar, beställningen 80.',
    '41 av 62 regressionstester är godkända.',
    'Tre frågor är obesvarade: ärende 881, 884 och 890.',
    'Saldot visade 14 stycken när affärssystemet hade noll.',
    'Lanseringen flyttades från 2 till 16 november.',
    'Bekräftelsemejlet kom två timmar efter köpet.',
    'Priset för företagskunder visades med moms.',
    'Produktbilden för jackan saknas i den norska butiken.',
    'Betalning med Swish avbryts när kunden går tillbaka.',
    'Leveranssättet Hemleverans visas för postlåda.',
    'Orderexporten stannade den 19 november klockan tio.',
    'Rabattkoden VINTER gav ingen rabatt.',
    'Inloggningen leder till en sida med felkod 503.',
    'Partnern svarade den 3 november att det krävs en ändringsbegäran.',
    'Mötet den 26 oktober slutade utan ett datum.',
    'Testfallen Q1 till Q14 gick inte att köra.',
    'Kunden debiterades två gånger för order 4410.',
    'Varukorgen tömdes när språket byttes.',
    'Indexeringen tog nio timmar natten mot lördagen.',
    'Ordernumret saknas i fakturan till ekonomisystemet.',
    'Returen syns inte på kundens sida.',
    'Sidan om cookies öppnas på engelska i den svenska butiken.',
    'Prislistan från den 1 november är inte inläst.',
    'Exporten till affärssystemet har en tom kolumn för kundnummer.',
    'Sju av tjugo artiklar har fel färg i filtret.',
    'Avtalet säger två arbetsdagar, svaret kom efter elva.',
    'Godkännandet den 20 november gällde bara fraktmodulen.',
    'Uppgraderingen till 2.4.8 skulle vara klar 3 augusti.',
    'Kassan visar fraktpriset först efter betalningen.',
    'Filen acceptanstest-order-2026-11-20.xlsx visar alla försök.',
    'Kategorin Skor visar produkter ur kategorin Väskor.',
    'Kvittot skickas till den gamla adressen efter ett adressbyte.',
    'Nio säljare offererar via mejl, 35 i veckan.',
    'Två kunder väntar, värda 1,1 miljoner kronor om året.',
    'Anteckningen från den 19 augusti säger att partnern undersöker saken.',
  ],
  en: [
    'Four of ten purchases ended on an empty page.',
    '12 of 12 test orders were missing in the ERP after 24 hours.',
    'Search for NF-2210 gave 0 hits.',
    '95 of 100 page views took at most 6.8 seconds.',
    'The button Request a quote is not on the test server.',
    'Invoice 2026-1187 is for 112 hours, the order for 80.',
    '41 of 62 regression tests pass.',
    'Three questions are unanswered: tickets 881, 884 and 890.',
    'Stock showed 14 pieces when the ERP had none.',
    'The launch was moved from 2 to 16 November.',
    'The confirmation came two hours after the purchase.',
    'The price for business customers was shown with tax.',
    'The picture of the jacket is missing in the Norwegian store.',
    'Payment by Swish breaks off when the customer goes back.',
    'Home delivery is offered for a post box.',
    'The order export stopped on 19 November at ten.',
    'The code WINTER gave no discount.',
    'Signing in leads to a page with error 503.',
    'The partner answered on 3 November that it takes a change request.',
    'The meeting on 26 October ended without a date.',
    'Test cases Q1 to Q14 could not be run.',
    'The customer was charged twice for order 4410.',
    'The cart was emptied when the language was changed.',
    'Indexing took nine hours on Friday night.',
    'The order number is missing in the invoice to accounting.',
    'The return is not on the page of the customer.',
    'The page about cookies opens in English in the Swedish store.',
    'The price list of 1 November has not been read in.',
    'The export to the ERP has an empty column for the customer number.',
    'Seven of twenty items have the wrong colour in the filter.',
    'The contract says two working days, the answer came after eleven.',
    'The approval on 20 November was for the shipping module only.',
    'The upgrade to 2.4.8 was due on 3 August.',
    'The checkout shows the shipping price only after payment.',
    'The file uat-orders-2026-11-20.xlsx shows all attempts.',
    'The category Shoes shows products of the category Bags.',
    'The receipt goes to the old address after a change of address.',
    'Nine sales people quote by e-mail, 35 a week.',
    'Two customers wait, worth SEK 1.1 million a year.',
    'The minutes of 19 August say that the partner investigates.',
  ],
} as const

describe.each(['sv', 'en'] as const)('the hint about vague words, %s', (language) => {
  it('comes at each of forty vague sentences', () => {
    expect(new Set(VAGUE[language]).size).toBe(40)
    expect(VAGUE[language].filter((text) => vagueWordIn(text, language) === null)).toEqual([])
  })

  it('gives no false alarm at forty clear ones', () => {
    expect(new Set(CLEAR[language]).size).toBe(40)
    expect(CLEAR[language].filter((text) => vagueWordIn(text, language) !== null)).toEqual([])
  })
})

describe('a text that says nothing', () => {
  it.each([
    'It is always slow.',
    'Inget fungerar!',
    'det är dåligt; seg, och usel',
    'good',
    'A lot of bad',
    'ÄR INTE BRA',
  ])('has vague words and those of grammar alone: "%s"', (text) => {
    expect(saysNothing(text)).toBe(true)
  })

  it.each([
    ['a fact in words', 'The checkout is slow'],
    ['a figure', 'It is slow, 9 times'],
    ['no letter at all', '…!'],
    ['no text', ''],
  ])('is none with %s', (_, text) => {
    expect(saysNothing(text)).toBe(false)
  })

  it('is looked for in as many characters as a hint is', () => {
    const slow = 'It is slow. '
    expect(saysNothing(slow.repeat(416).padEnd(5_000))).toBe(true)
    expect(saysNothing(slow.repeat(416).padEnd(5_001))).toBe(false)
    const plain = 'The button is not there. '.repeat(200)
    expect(plain).toHaveLength(5_000)
    expect(vagueWordIn(`${plain} never`, 'en')).toBeNull()
    expect(vagueWordIn(`${plain.slice(0, -7)} never`, 'en')).toBe('never')
    expect(vagueWordIn(`never ${plain} 7`, 'en')).toBe('never')
  })
})

describe('a language of a file', () => {
  it.each(['de', 'constructor', '__proto__', ''])('that has no list has no vague words: "%s"', (language) => {
    expect(vagueWordIn('It is always slow', language)).toBeNull()
  })
})

describe('a lawyer, a court, or what belongs to whom', () => {
  it.each([
    ['legal', 'Vi har kontaktat en jurist', true],
    ['legal', 'vår ADVOKAT', true],
    ['legal', 'We go to court', true],
    ['legal', 'The tennis courts', false],
    ['legal', 'minoritetsjurister', false],
    ['access', 'Partnern äger domänen', true],
    ['access', 'the source code', true],
    ['access', 'a report', false],
    ['access', 'the repo', true],
    ['access', 'anläggning källkod', true],
  ] as const)('%s in "%s": %s', (what, text, is) => {
    expect(mentions(what, text)).toBe(is)
  })

  it('is looked for at the beginning of a long text', () => {
    expect(mentions('legal', `${'x '.repeat(9_990)}lawyer`)).toBe(true)
    expect(mentions('legal', `${'x '.repeat(10_001)}lawyer`)).toBe(false)
  })
})
