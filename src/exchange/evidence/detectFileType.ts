import type { EvidenceType } from '../../domain/evidence/fileTypes.ts'

type Refusal = 'heic' | 'macros' | 'type' | 'empty'

export type FileKind = { ok: true; type: EvidenceType } | { ok: false; reason: Refusal }

const is = (type: EvidenceType): FileKind => ({ ok: true, type })
const not = (reason: Refusal): FileKind => ({ ok: false, reason })

/** One character per byte. TextDecoder's `latin1` is windows-1252, which maps 0x80 to 0x9f elsewhere. */
const startOf = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 1024))

const lettersOf = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

/**
 * What a file is, by its bytes. The name only tells CSV from text, and refuses what a double click would run. Office files
 * are known by the uncompressed names inside; nothing is unpacked.
 */
export function kindOf(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) return not('empty')
  const start = startOf(bytes)
  if (start.includes('%PDF-')) return is('application/pdf')
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return is('image/png')
  if (start.startsWith('\xff\xd8\xff')) return is('image/jpeg')
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return is('image/webp')
  if (start.slice(4, 8) === 'ftyp')
    return not(/^(hei[cxms]|hev[cxms]|mif1|msf1)/.test(start.slice(8, 12)) ? 'heic' : 'type')
  if (start.startsWith('PK')) return officeKind(bytes)
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundKind(bytes)
  return textKind(bytes, name)
}

function officeKind(bytes: Uint8Array): FileKind {
  const names = lettersOf(bytes)
  if (!names.includes('[Content_Types].xml')) return not('type')
  if (/vbaProject\.bin|\/embeddings\/\w+\.bin/.test(names)) return not('macros')
  if (names.includes('word/document.xml'))
    return is('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  if (names.includes('xl/workbook.xml')) return is('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  return not('type')
}

function compoundKind(bytes: Uint8Array): FileKind {
  const names = lettersOf(bytes)
  const has = (name: string) => names.includes(name.replace(/./gs, (letter) => `${letter}\0`))
  const isMailOfOutlook = has('__properties_version1.0')
  // The words of a mail stand there as names do.
  if (has('_VBA_PROJECT') || (!isMailOfOutlook && has('Macros'))) return not('macros')
  if (isMailOfOutlook) return is('application/vnd.ms-outlook')
  if (has('WordDocument')) return is('application/msword')
  return has('Workbook') || has('Book\0') ? is('application/vnd.ms-excel') : not('type')
}

/** What a double click would run, render as a page or follow. */
const RUNS = /\.(html?|xhtml|svgz?|xml|js|mjs|jse|vbs?|vbe|wsf|hta|ps1|bat|cmd|com|sh|url|lnk|desktop|reg|scf|py)$/i
const MARKUP = /^\s*<(?:!|\?|[a-z][\w:-]*[\s>/])/i
const SHORTCUT = /^\s*\[(?:InternetShortcut|Desktop Entry)\]/i
const HEADER =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|x-[\w-]+|content-type):/i

function textKind(bytes: Uint8Array, name: string): FileKind {
  const text = textOf(bytes)
  if (text === null || RUNS.test(name.trim())) return not('type')
  const start = text.slice(0, 4096)
  if (SHORTCUT.test(start)) return not('type')
  if (isMail(start)) return is('message/rfc822')
  if (MARKUP.test(start)) return not('type')
  return is(/\.csv$/i.test(name.trim()) ? 'text/csv' : 'text/plain')
}

function isMail(start: string): boolean {
  const lines = start.split(/\r?\n/)
  const end = lines.indexOf('')
  const head = lines.slice(0, end < 0 ? lines.length : end)
  if (!HEADER.test(head[0] ?? '')) return false
  return (
    ['from', 'date', 'subject', 'message-id'].filter((wanted) =>
      head.some((line) => line.toLowerCase().startsWith(`${wanted}:`)),
    ).length > 1
  )
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of these
const NO_TEXT = /[\0-\x08\x0e-\x1a\x1c-\x1f]/

function textOf(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes))
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return NO_TEXT.test(text) ? null : text
    } catch {}
  return null
}

function encodingsOf([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  return ['utf-8', 'windows-1252']
}
