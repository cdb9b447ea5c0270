// One part of the build: the pages of a list and of its rows.
export { ListPage } from './ListPage.tsx'
export { RowPage } from './RowPage.tsx'
