// What the pages after the interview say. One part of the build.
export { default as assessment } from './assessment.json'
export { default as checklist } from './checklist.json'
export { default as evidence } from './evidence.json'
export { default as handOver } from './handOver.json'
export { default as help } from './help.json'
export { default as messages } from './messages.json'
export { default as review } from './review.json'
export { default as sheet } from './sheet.json'
