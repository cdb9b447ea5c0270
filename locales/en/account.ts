// What is said between the customer and the account manager, by the account manager's own pages, and where files are
// read. One part of the build.
export { default as changes } from './changes.json'
export { default as inbox } from './inbox.json'
export { default as reply } from './reply.json'
export { default as sources } from './sources.json'
