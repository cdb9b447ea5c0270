import type { CaseFile } from '../../domain/case/caseFile.ts'
import { usesOfFiles } from '../../domain/evidence/evidence.ts'
import type { Words } from '../../i18n/useWords.ts'
import type { FileBytes } from '../caseFileBytes.ts'
import type { PictureBytes } from '../pdf/pdfImages.ts'
import type { Attachment } from '../pdf/reportDocument.ts'
import { attachmentName, evidenceName } from './attachmentName.ts'

export const caseAttachment = (bytes: Uint8Array, description: string): Attachment => ({
  name: 'case.json',
  type: 'application/json',
  bytes,
  relationship: 'Source',
  description,
})

/** The files of a case, described by number and rows for attachment lists of PDF readers. */
export function fileAttachments(
  { evidence, answers }: CaseFile,
  files: FileBytes,
  words: Words,
): readonly Attachment[] {
  const uses = usesOfFiles(answers)
  const done = new Set<string>()
  return evidence.flatMap((file, at) => {
    const bytes = files.get(file.sha256)
    if (bytes === undefined || done.has(file.sha256)) return []
    done.add(file.sha256)
    const description = words.translate('evidence:list.carried', {
      number: at + 1,
      name: file.name,
      list: (uses.get(file.id) ?? []).join(', '),
    })
    const names = { name: attachmentName(file), shownName: evidenceName(file, at) }
    return [{ ...names, type: file.type, bytes, relationship: 'Supplement' as const, description }]
  })
}

export const picturesOf = ({ evidence }: CaseFile, files: FileBytes): readonly PictureBytes[] =>
  evidence.flatMap(({ sha256, type }) => {
    const bytes = files.get(sha256)
    return bytes === undefined || !type.startsWith('image/') ? [] : [{ sha256, type, bytes }]
  })
