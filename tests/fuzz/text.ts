import type { Random } from './random.ts'

/** What people write, paste and are sent, and what texts are made of that have stopped programs elsewhere. */
const WORDS = [
  ...['From: ', 'Från: ', 'Sent: ', 'Skickat: ', 'Datum: ', 'Subject: ', 'Ämne: ', 'Re: ', 'SV: ', 'To: ', '> ', '*'],
  ...[
    '<',
    '>',
    '<a@b.example>',
    '[mailto:',
    '"',
    "'",
    '@',
    '-----Original Message-----',
    '________________',
    ' wrote:',
  ],
  ...[
    'Den 12 nov skrev Bo:',
    'On 12 Nov Bo wrote:',
    'kl. 10:15',
    ' at 10:15 AM',
    'T10:15:00Z',
    '+0100',
    ', ',
    'torsdag ',
  ],
  ...['1. ', '4.2.1 ', 'a) ', '• ', '- ', '[x] ', 'o ', '\t', '\t2026-03-01\t', '(1', '1.1.1.1.1.1.1.'],
  ...[
    '2026',
    '11',
    '14',
    '/',
    '.',
    ':e',
    'th',
    'st',
    'den ',
    'nov',
    'november',
    'maj',
    'may',
    'i ',
    'v. ',
    'week ',
    'w53',
  ],
  ...[
    'förra ',
    'nästa ',
    'last ',
    'next ',
    'fredag',
    'monday',
    ' ago',
    'om ',
    'in ',
    'två ',
    'ten ',
    'veckor',
    'days',
    '9999',
  ],
  ...['0', '00', '1000', '0999', '99999999999', '-1', '1e9', '１２', '٣', 'Ⅻ', '½', 'ﬁ', 'İ', 'ß', '\u0307'],
  ...[
    '\r\n',
    '\n',
    '\r',
    '\n\n',
    '\u2028',
    '\u0085',
    '\v',
    '\f',
    ' ',
    '\u00a0',
    '\u3000',
    '\ufeff',
    '\u200b',
    '\u202e',
  ],
  ...['\0', '\x07', '\x1b[31m', '\ud800', '\udc00', '😀', '👩‍👩‍👧', 'e\u0301', '\uffff', 'ى', '山田'],
  ...[
    '__proto__',
    'constructor',
    '{{date}}',
    '$t(x)',
    '=1+1',
    '<b>x</b>',
    '\\',

    '%s',
    'javascript:alert(1)',
  ],
]

type Change = (text: string, random: Random, pool: readonly string[]) => string

const put = (text: string, at: number, removed: number, given: string) =>
  text.slice(0, at) + given + text.slice(at + removed)

function linesChanged(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n')
  change(lines)
  return lines.join('\n')
}

const CHANGES: readonly Change[] = [
  (text, random) => put(text, random.int(text.length + 1), random.chance(0.3) ? 1 : 0, random.pick(WORDS)),
  (text, random) => put(text, random.int(text.length + 1), random.int(6), random.pick(WORDS)),
  (text, random) => put(text, random.int(text.length + 1), 1 + random.int(random.chance(0.8) ? 4 : 200), ''),
  (text, random) =>
    put(text, random.int(text.length + 1), 1, String.fromCharCode(random.int(random.pick([128, 1024, 65_536])))),
  // A figure.
  (text, random) => text.replace(/\d/g, (figure) => (random.chance(0.15) ? String(random.int(10)) : figure)),
  // The same sign very often: patterns that look back take their time over it.
  (text, random) =>
    put(text, random.int(text.length + 1), 0, random.pick([...WORDS, ' ']).repeat(random.chance(0.01) ? 20_000 : 30)),
  (text, random) => {
    const at = random.int(text.length + 1)
    return put(text, random.int(text.length + 1), 0, text.slice(at, at + random.int(40)))
  },
  (text, random, pool) => {
    const other = random.pick(pool)
    return text.slice(0, random.int(text.length + 1)) + other.slice(random.int(other.length + 1))
  },
  (text, random) => linesChanged(text, (lines) => lines.splice(random.int(lines.length), 1)),
  (text, random) =>
    linesChanged(text, (lines) => {
      const [line = ''] = lines.splice(random.int(lines.length), 1)
      lines.splice(random.int(lines.length + 1), 0, line)
    }),
  (text, random, pool) =>
    linesChanged(text, (lines) =>
      lines.splice(random.int(lines.length), 0, random.pick(random.pick(pool).split('\n'))),
    ),
  (text, random) =>
    linesChanged(text, (lines) => lines.splice(0, lines.length, lines.join(random.pick(['\r\n', '', ' ', '\t'])))),
  (text, random) => (random.chance(0.5) ? text.toUpperCase() : text.normalize('NFD')),
]

/** Texts go through the runs as UTF-16, since half a character is one of the things that are pasted. */
export const asBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))
export const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf16le')

/** The text with one to four things changed. */
export function changedText(bytes: Uint8Array, random: Random, pool: readonly Uint8Array[]): Uint8Array {
  const others = [asText(random.pick(pool))]
  let text = asText(bytes)
  for (let left = 1 + random.int(4); left > 0; left -= 1) text = random.pick(CHANGES)(text, random, others)
  return asBytes(text.slice(0, 150_000))
}
