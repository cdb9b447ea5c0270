// The pages that read what the merchant has already: one part of the build, as whoever needs one often needs the next.
export { DocumentPage } from './DocumentPage.tsx'
export { MailsPage } from './MailsPage.tsx'
export { PasteListPage } from './PasteListPage.tsx'
export { TicketsPage } from './TicketsPage.tsx'
