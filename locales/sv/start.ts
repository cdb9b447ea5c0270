// What the start page says, and what surrounds every page. One part of the build.
export { default as common } from './common.json'
export { default as start } from './start.json'
