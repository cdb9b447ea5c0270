import { folded } from '../case/folded.ts'

/** `A/S`, `S.p.A.` and `o.o.` are one word each. */
const BETWEEN_INITIALS = /\b([a-z])[./] ?(?=[a-z]\b)/g

/** Company forms of Europe and of the English-speaking world, as they stand after folding. */
const FORMS =
  /(?: (?:ab|aktiebolag|publ|hb|kb|oyj?|asa?|aps|ltd|limited|llc|llp|plc|inc|incorporated|corp|corporation|gmbh(?: & co)?|ag|kg|sas?|sarl|srl|spa|bv|nv|sp z oo|sro|ou|sia|uab|pty|pvt))+$/

/** The same for names that differ only in accents, case, punctuation or the company form at the end. */
export const companyKey = (name: string): string =>
  folded(name)
    .replace(BETWEEN_INITIALS, '$1')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
    .replace(FORMS, '')
