/** The case as it is called on paper and over the phone. */
export const caseCodeOf = (caseId: string): string => caseId.slice(0, 8).toUpperCase()
