/** Where the app runs, to be written into what is handed over: the host decides it, nobody types it. */
const ownAddress = (): string => window.location.href.split('#')[0] ?? ''

/** Where an account manager opens a case. */
export const reviewAddress = (): string => `${ownAddress()}#/review`

/** Where a merchant opens a reply: the start page. */
export const startAddress = (): string => ownAddress()
