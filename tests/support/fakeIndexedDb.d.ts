declare module 'fake-indexeddb/lib/forceCloseDatabase' {
  /** Closes a connection as a browser does on its own account: without asking, and telling by `close`. */
  export default function forceCloseDatabase(database: IDBDatabase): void
}
