// One part of the build: the pages of a list and of its rows, and the inputs that only rows have much use for.
export { ListPage } from './ListPage.tsx'
export { RowPage } from './RowPage.tsx'
