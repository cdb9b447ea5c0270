import { STORED_FORMAT } from './database.ts'
import type { CaseSummary } from './storedCase.ts'
import type { Head } from './storedRecords.ts'

const companyOf = ({ content }: Head): string | null => {
  const company = content?.answers?.about?.company
  return typeof company === 'string' && company.trim() !== '' ? company.trim() : null
}

export const storedSummaryOf = (head: Head): CaseSummary => ({
  id: String(head.id),
  company: companyOf(head),
  savedAt: typeof head.savedAt === 'number' ? head.savedAt : null,
  lastCopyAt: typeof head.lastCopyAt === 'number' ? head.lastCopyAt : null,
  place: typeof head.place === 'string' ? head.place : null,
  readable: head.formatVersion === STORED_FORMAT,
})
