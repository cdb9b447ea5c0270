// There before a case is open: what a page saves while it goes can wait for nothing.
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
