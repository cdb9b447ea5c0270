import type { CaseFile } from '../case/caseFile.ts'

export type Relation =
  | { is: 'otherCase' }
  | { is: 'same' }
  /** The older first. `apart`: both were handed over, and neither is an ancestor of the other. */
  | { is: 'revisions'; older: CaseFile; newer: CaseFile; apart: boolean }

interface Opened {
  file: CaseFile
  digest: string
}

export function relationOf({ file: a, digest: ofA }: Opened, { file: b, digest: ofB }: Opened): Relation {
  if (a.caseId !== b.caseId) return { is: 'otherCase' }
  if (ofA === ofB) return { is: 'same' }
  // By content: a file that was edited by hand still carries its old digest.
  if (b.ancestors.includes(ofA)) return { is: 'revisions', older: a, newer: b, apart: false }
  if (a.ancestors.includes(ofB)) return { is: 'revisions', older: b, newer: a, apart: false }
  const isOlder = a.revision < b.revision || (a.revision === b.revision && a.asOf <= b.asOf)
  const apart = a.purpose === 'handover' && b.purpose === 'handover'
  return isOlder ? { is: 'revisions', older: a, newer: b, apart } : { is: 'revisions', older: b, newer: a, apart }
}
