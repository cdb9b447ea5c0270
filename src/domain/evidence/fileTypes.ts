/** The accepted types, with the extension that each is saved with. */
const EVIDENCE_TYPES = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'message/rfc822': 'eml',
  'application/vnd.ms-outlook': 'msg',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const
export type EvidenceType = keyof typeof EVIDENCE_TYPES

export const endingOf = (type: string): string | null =>
  type in EVIDENCE_TYPES ? EVIDENCE_TYPES[type as EvidenceType] : null
