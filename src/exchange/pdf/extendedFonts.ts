export { default as math } from './fonts/noto-sans-math.ttf?inline'
export { default as symbols } from './fonts/noto-sans-symbols.ttf?inline'
export { default as noto } from './fonts/noto-sans-wide.ttf?inline'
