import { Parser } from 'htmlparser2'

const BLOCKS = new Set(
  'address article aside blockquote dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
)
const UNSEEN = new Set('head style script title noscript template svg math object iframe select textarea'.split(' '))
/** Deeper quotes are shown as deep as that. */
const MOST_QUOTES = 20

/** The text of an HTML mail, one line for each block, quoted parts after `> `. Nothing is run, fetched or kept of it. */
export function htmlToText(html: string): string {
  const lines: string[] = []
  let line = ''
  let [quotes, unseen, pre] = [0, 0, 0]
  const marks = () => '> '.repeat(Math.min(quotes, MOST_QUOTES))
  const endLine = () => {
    if (line.trim() !== '') lines.push(marks() + line.trim())
    line = ''
  }
  const emptyLine = () => {
    endLine()
    if (lines.at(-1)?.replace(/[> ]/g, '') !== '') lines.push(marks().trimEnd())
  }
  const isUnseen = (name: string, style: string | undefined) =>
    UNSEEN.has(name) || /display\s*:\s*none/i.test(style ?? '')
  /** Whether each open element is unseen. */
  const open: boolean[] = []
  const parser = new Parser({
    onopentag: (name, { style, class: look }) => {
      const hidden = isUnseen(name, style)
      open.push(hidden)
      if (hidden) unseen += 1
      if (unseen > 0) return
      if (name === 'br') {
        if (line.trim() === '') emptyLine()
        else endLine()
      } else if (name === 'hr') {
        endLine()
        lines.push(`${marks()}${'_'.repeat(20)}`)
      } else if (name === 'td' || name === 'th') line += line.trim() === '' ? '' : '\t'
      else if (BLOCKS.has(name)) endLine()
      // Outlook's paragraphs are lines; an empty one is an empty line.
      if (name === 'p' && !/^Mso/.test(look ?? '')) emptyLine()
      if (name === 'li') line = '- '
      if (name === 'blockquote') quotes += 1
      if (name === 'pre') pre += 1
    },
    ontext: (text) => {
      if (unseen > 0) return
      if (pre === 0) line += text.replace(/[ \t\r\n\f]+/g, ' ')
      else
        for (const [at, piece] of text.split('\n').entries()) {
          if (at > 0) lines.push(marks() + line)
          line = at > 0 ? piece : line + piece
        }
    },
    onclosetag: (name) => {
      if (open.pop() === true) {
        unseen -= 1
        return
      }
      if (unseen > 0) return
      if (BLOCKS.has(name)) {
        if (name === 'p' && line.replace(/\u00a0/g, '').trim() === '') emptyLine()
        else endLine()
      }
      if (name === 'blockquote') quotes -= 1
      if (name === 'pre') pre -= 1
    },
  })
  parser.end(html)
  endLine()
  return lines.join('\n')
}
