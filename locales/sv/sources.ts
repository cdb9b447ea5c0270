// What is said where mails, documents and lists are read. One part of the build.
export { default as sources } from './sources.json'
