// Loaded before a case is open: what a page saves while it goes cannot wait for a script.
export { forgetLastWords, keepLastWords, lastWordsSaved } from './lastWords.ts'
export { loadCase } from './loadCase.ts'
export { reopen } from './reconnecting.ts'
export { forgetCopies, forgetDueCopy, keepCopiesNow, keepCopy, keepDueCopy, lostCases } from './spareCopies.ts'
export { writeCase } from './writeCase.ts'
