// Everything that is done with one case. It comes beside the first page, and is there before a case is open: what a page
// saves while it goes can wait for nothing. What a fault of the database takes is here, too.
export { loadCase } from './loadCase.ts'
export { reopen } from './reconnecting.ts'
export {
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
