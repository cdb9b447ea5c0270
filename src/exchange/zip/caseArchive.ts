import type { CaseFile } from '../../domain/case/caseFile.ts'
import type { Words } from '../../i18n/useWords.ts'
import { caseFileBytes, type FileBytes } from '../caseFileBytes.ts'
import { evidenceName } from '../evidence/attachmentName.ts'
import { fileNameOf } from '../fileName.ts'
import type { ZipEntry } from './writeZip.ts'

interface Archived {
  file: CaseFile
  files: FileBytes
  /** The readable document. */
  pdf: Uint8Array
  /** In every language that we have: whoever unpacks it may read another than whoever packed it. */
  inWords: readonly Words[]
}

const utf8 = new TextEncoder()

/** Everything of a case in one archive: what one reads, what the guide reads, the files, and what to do with them. */
export function caseArchive({ file, files, pdf, inWords }: Archived): readonly ZipEntry[] {
  const document = fileNameOf(file, 'pdf')
  const readme = inWords.map(({ translate }) => translate('evidence:readme', { document })).join('\n\n---\n\n')
  return [
    { name: 'case.json', bytes: caseFileBytes(file), isPacked: false },
    { name: document, bytes: pdf, isPacked: true },
    // Windows' own editor shows lines only with both characters at their end.
    { name: 'README.txt', bytes: utf8.encode(`\ufeff${readme}\n`.replaceAll('\n', '\r\n')), isPacked: false },
    ...file.evidence.flatMap((each, at) => {
      const bytes = files.get(each.sha256)
      const isPacked = !each.type.startsWith('text/')
      return bytes === undefined ? [] : [{ name: `evidence/${evidenceName(each, at)}`, bytes, isPacked }]
    }),
  ]
}
