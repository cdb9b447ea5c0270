// What the interview says. One part of the build.
export { default as about } from './about.json'
export { default as added } from './added.json'
export { default as examples } from './examples.json'
export { default as partner } from './partner.json'
export { default as problem } from './problem.json'
export { default as request } from './request.json'
export { default as scope } from './scope.json'
