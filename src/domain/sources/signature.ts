const GREETING =
  /^(?:hej+(?:san)?|hallå|tjena|god (?:morgon|dag|kväll)|hello|hi|hey|dear|good (?:morning|afternoon|evening)|kära)(?!\p{L}).{0,40}$/iu
const BANNER =
  /^\[?(?:external|externt?|caution|varning|obs)\b.{0,200}(?:mail|mejl|e-post|sender|avsändare|organi[sz]ation).{0,200}$|^.{0,20}(?:you don't often get|du får inte ofta e-post).{0,300}$/i
const SIGN_OFF =
  /^(?:-- ?|—|m\.?v\.?h\.?|(?:med )?(?:(?:vänliga?|bästa|varma|soliga|glada|många|allt gott) ?)?hälsning(?:ar)?|hälsn|bästa|allt gott|v ?h|(?:best|kind|warm|many)(?:est)? (?:regards|wishes|thanks)|regards|cheers|sincerely|yours (?:sincerely|faithfully|truly)|all the best|thanks|thank you|many thanks|best|tack så mycket|tack|br|rgds)[,.!]{0,2}(?=$|[ /,])/i
/** At most three words that begin as names do. */
const NAME = /^\/{0,2} ?\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{1,20}){0,2}$/u

/** "Mvh", "Mvh Anna", "/Anna"; not "Tack för ert svar". */
function isSignOffLine(line: string): boolean {
  const words = SIGN_OFF.exec(line)?.[0]
  if (words === undefined) return line.startsWith('/') && NAME.test(line)
  const rest = line.slice(words.length).trim()
  return rest === '' || NAME.test(rest)
}

const FOOTER =
  /^(?:skickat från|sent from|hämta outlook|get outlook|skickades från|sent via|download outlook)\b.{0,60}$|^(?:join (?:with|on|the)\b.{0,40}(?:meet|meeting|teams|zoom)|join zoom|anslut (?:till|dig)|klicka här för att ansluta|microsoft teams(?:-möte| meeting| need help)?|gå med i).{0,80}$/i
/** Of nobody's concern but theirs. */
const SMALL_TALK =
  /^(?:hoppas (?:allt|att|du|ni)\b.{0,50}(?:bra|fint|väl|helg)|hope (?:you|all|this)\b.{0,50}(?:well|good|great|weekend)).{0,30}[.!]$/i
/** `Anna,` or `Anna Ek:` alone on the first line. */
const NAME_ALONE = /^\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20}){0,2} ?[,!:–-]$/u
/** A sign-off with more below it is a sentence. */
const LONGEST_SIGNATURE = 30

/** Whether a line is the name of whoever wrote, or begins with it. */
function isNameOf(line: string, writer: string | null): boolean {
  const names = (writer ?? '').split(/\s+/).filter((name) => name.length > 1)
  const [first] = names
  const plain = line.replace(/^[-–/ ]{0,3}/, '').toLowerCase()
  if (first === undefined || line.length > 70) return false
  if (plain.replace(/[.,!]$/, '') === first.toLowerCase()) return true
  return names.length > 1 && plain.startsWith(names.join(' ').toLowerCase())
}

/**
 * The text of a mail without greeting, banners and signature, in whole lines where its program had broken them.
 * @param writer the name that begins the signature, if it is known
 */
export function withoutSignature(
  lines: readonly string[],
  writer: string | null,
): { text: string; signature: readonly string[] } {
  const trimmed = lines.map((line) => line.trim())
  const isSignOff = (line: string, at: number) =>
    ((line.length <= 90 && isSignOffLine(line)) || isNameOf(line, writer)) &&
    trimmed.slice(at + 1).filter(Boolean).length <= LONGEST_SIGNATURE &&
    isEnd(trimmed, at)
  const begins = trimmed.findIndex((line) => line !== '' && !BANNER.test(line))
  const ends = trimmed.findIndex((line, at) => at > begins && (FOOTER.test(line) || isSignOff(line, at)))
  const isGreeting = (line: string) => GREETING.test(line) || NAME_ALONE.test(line) || SMALL_TALK.test(line)
  const second = trimmed.findIndex((line, at) => at > begins && line !== '')
  const body = (ends < 0 ? trimmed : trimmed.slice(0, ends)).filter(
    (line, at) =>
      at >= begins &&
      !(at === begins && isGreeting(line)) &&
      !(at === second && SMALL_TALK.test(line)) &&
      !BANNER.test(line),
  )
  const text = unwrapped(body)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const below = trimmed.slice(ends + (isNameOf(trimmed[ends] ?? '', writer) ? 0 : 1)).filter(Boolean)
  return { text, signature: ends < 0 ? [] : below }
}

/** Below a sign-off stand a name and short lines, no sentences. */
const isEnd = (lines: readonly string[], at: number) =>
  /^-- ?$/.test(lines[at] ?? '') ||
  lines
    .slice(at + 1)
    .filter(Boolean)
    .slice(0, 2)
    .every((line) => line.length <= 90 && !/[?!]$/.test(line) && (line.length <= 45 || !line.endsWith('.')))

/** Programs break lines at 72 to 78 characters; lists and short lines stand as they were written. */
const [WRAPPED_FROM, WRAPPED_TO] = [55, 82]
const LIST_ITEM = /^(?:[-*•–]|\d{1,2}[.)])\s/

function unwrapped(lines: readonly string[]): string {
  const isWrapped = lines.every((line) => line.length <= WRAPPED_TO)
  return lines.reduce((text, line, at) => {
    const before = lines[at - 1] ?? ''
    const goesOn = isWrapped && before.length >= WRAPPED_FROM && line !== '' && !LIST_ITEM.test(line)
    return at === 0 ? line : `${text}${goesOn ? ' ' : '\n'}${line}`
  }, '')
}
