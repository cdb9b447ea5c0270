import type { CaseFile } from '../case/caseFile.ts'

export type Relation =
  | { is: 'otherCase' }
  | { is: 'same' }
  /**
   * Two revisions of one case, the older first.
   * `apart`: both were handed over, and neither goes back to the other.
   */
  | { is: 'revisions'; older: CaseFile; newer: CaseFile; apart: boolean }

/** A file with the digest of what it really holds. */
interface Opened {
  file: CaseFile
  digest: string
}

export function relationOf({ file: a, digest: ofA }: Opened, { file: b, digest: ofB }: Opened): Relation {
  if (a.caseId !== b.caseId) return { is: 'otherCase' }
  if (ofA === ofB) return { is: 'same' }
  // By what the files hold: one that was changed by hand still calls itself what it was.
  if (b.ancestors.includes(ofA)) return { is: 'revisions', older: a, newer: b, apart: false }
  if (a.ancestors.includes(ofB)) return { is: 'revisions', older: b, newer: a, apart: false }
  const isOlder = a.revision < b.revision || (a.revision === b.revision && a.asOf <= b.asOf)
  const apart = a.purpose === 'handover' && b.purpose === 'handover'
  return isOlder ? { is: 'revisions', older: a, newer: b, apart } : { is: 'revisions', older: b, newer: a, apart }
}
