import { openDatabase } from './database.ts'

/** The mark of a database in doubt, for the page after this one. */
export const DOUBT = 'doubtful'

/** The name carries the generation of the layout; the version number is for additional stores only. */
export const DATABASE = 'case-v1'
const LAYOUT_VERSION = 4

/** The version of the records. A case whose head says another is not read. */
export const STORED_FORMAT = 1

/** A database that does not open within this time is treated as refused, in milliseconds. */
const OPEN_WITHIN = 5_000

/**
 * How long a database that may have lost something is left alone before it is opened afresh, in milliseconds. Chromium
 * goes on with what it has in memory until no page has had the database open for two seconds, and only then reads what is
 * on the disk (measured: 1 s shows words that are gone after the next start, 2.5 s does not).
 */
export const REST = 3_000

export const SAVED_STORES = ['cases', 'rows', 'removed', 'changes'] as const

/** The bytes of files are written once; snapshots hold the whole case as it was; quarantine, what was damaged. */
export const ALL_STORES = [...SAVED_STORES, 'blobs', 'private', 'snapshots', 'quarantine'] as const

/** The files of others that an account manager keeps. They belong to no case of this browser. */
export const RECEIVED_STORES = ['received', 'receivedFiles'] as const

export const allOf = (id: string) => IDBKeyRange.bound([id], [id, []])

export const ofCase = (store: (typeof ALL_STORES)[number], id: string) => (store === 'cases' ? id : allOf(id))

export const openLayout = () =>
  openDatabase(
    DATABASE,
    LAYOUT_VERSION,
    (database) => {
      const has = (name: string) => database.objectStoreNames.contains(name)
      if (!has('cases')) {
        database.createObjectStore('cases', { keyPath: 'id' })
        database.createObjectStore('rows', { keyPath: ['caseId', 'list', 'rowId'] })
        database.createObjectStore('removed', { keyPath: ['caseId', 'rowId'] })
        // One entry for every save, with what it wrote. A second one of the same number is refused, which tells two tabs
        // apart.
        database.createObjectStore('changes', { keyPath: ['caseId', 'saveNo'] })
      }
      // By case and checksum, so that taking a case away takes its files, and nobody else's.
      if (!has('blobs')) database.createObjectStore('blobs', { keyPath: ['caseId', 'sha256'] })
      // What an account manager keeps of the files of others: in a few words for the list, and whole for opening again.
      for (const name of RECEIVED_STORES)
        if (!has(name)) database.createObjectStore(name, { keyPath: ['caseId', 'digest'] })
      // The key says when and why, so that a list of versions reads none of them.
      if (!has('snapshots')) database.createObjectStore('snapshots', { keyPath: ['caseId', 'saveNo', 'at', 'why'] })
      if (!has('quarantine')) database.createObjectStore('quarantine', { keyPath: ['caseId', 'at', 'number'] })
      if (!has('private')) database.createObjectStore('private', { keyPath: ['caseId', 'kind'] })
    },
    OPEN_WITHIN,
  )
