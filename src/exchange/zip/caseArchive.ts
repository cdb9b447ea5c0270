import type { CaseFile } from '../../domain/case/caseFile.ts'
import type { Words } from '../../i18n/useWords.ts'
import { caseFileBytes, type FileBytes } from '../caseFileBytes.ts'
import { evidenceName } from '../evidence/attachmentName.ts'
import { fileNameOf } from '../fileName.ts'
import type { ZipEntry } from './writeZip.ts'

interface Archived {
  file: CaseFile
  files: FileBytes
  pdf: Uint8Array
  /** Every language: the reader may use another than the sender. */
  inWords: readonly Words[]
  /** The page that opens the archive. */
  opensAt: string
}

export function caseArchive({ file, files, pdf, inWords, opensAt }: Archived): readonly ZipEntry[] {
  const document = fileNameOf(file, 'pdf')
  const readme = inWords
    .map(({ translate }) => translate('evidence:readme', { document, address: opensAt }))
    .join('\n\n---\n\n')
  return [
    { name: 'case.json', bytes: caseFileBytes(file), isPacked: false },
    { name: document, bytes: pdf, isPacked: true },
    { name: 'README.txt', bytes: windowsText(readme), isPacked: false },
    ...file.evidence.flatMap((each, at) => {
      const bytes = files.get(each.sha256)
      const isPacked = !each.type.startsWith('text/')
      return bytes === undefined ? [] : [{ name: `evidence/${evidenceName(each, at)}`, bytes, isPacked }]
    }),
  ]
}

/** With a byte order mark and CRLF, for old versions of Notepad. */
const windowsText = (text: string) => new TextEncoder().encode(`\ufeff${text}\n`.replaceAll('\n', '\r\n'))
