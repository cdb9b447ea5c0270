/** Beginnings of words (C); in every language, since people quote one in the other. */
const LEGAL =
  'advokat, jurist, juridiskt ombud, domstol, tingsrätt, stämning, rättegång, rättstvist, skiljedom, ' +
  'skiljeförfarande, lawyer, solicitor, attorney, legal counsel, legal action, lawsuit, litigation, in court, ' +
  'to court, arbitration'

const ACCESS =
  'källkod, kodarkiv, repo(?!r), github, gitlab, bitbucket, domännamn, domänen, molnprojekt, licensägare, source code, ' +
  'domain name, our domain, the domain, cloud project, license owner, licence owner'

const patternOf = (words: string) => new RegExp(`(?<!\\p{L})(?:${words.replaceAll(', ', '|')})`, 'iu')

const PATTERNS = { legal: patternOf(LEGAL), access: patternOf(ACCESS) } as const

/** Characters: the beginning of a long text is enough. */
const LOOKED_AT = 20_000

/** Whether a lawyer or a court is named, or what belongs to whom: code, domain, cloud project, licence. */
export const mentions = (what: keyof typeof PATTERNS, text: string): boolean =>
  PATTERNS[what].test(text.slice(0, LOOKED_AT).normalize('NFC'))
