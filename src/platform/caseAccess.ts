// Loaded before a case is open: what a page saves while it goes cannot wait for a script.
export { loadCase } from './loadCase.ts'
export { reopen } from './reconnecting.ts'
export {
  forgetCopies,
  forgetDueCopy,
  forgetLastWords,
  keepCopiesNow,
  keepCopy,
  keepDueCopy,
  keepLastWords,
  lastWordsSaved,
  lostCases,
} from './spareCopies.ts'
export { writeCase } from './writeCase.ts'
