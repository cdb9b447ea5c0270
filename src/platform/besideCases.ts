import type { Connection } from './connection.ts'
import type { CaseStorage } from './storedCase.ts'

// Files are added and read seldom, and versions kept once a day, so the code is loaded when it is needed.
const fileRecords = () => import('./fileRecords.ts')
const browserData = () => import('./browserData.ts')
const history = () => import('./history.ts')

export function besideCases(connection: Connection) {
  const run: Connection['run'] = (work) => connection.run(work)
  let texts: ReturnType<typeof import('./privateRecords.ts').notesIn> | null = null
  const notes = async () => {
    const { notesIn } = await import('./privateRecords.ts')
    texts ??= notesIn(connection)
    return texts
  }
  return {
    versions: (id) => run(async (database) => (await history()).versionsOf(database, id)),
    version: (id, version) => run(async (database) => (await history()).versionOf(database, id, version)),
    keepVersion: (id, why, now) =>
      run(async (database) => (await history()).keepVersion(database, id, why, now)).catch(() => {}),
    keepFile: async (caseId, sha256, bytes, now) =>
      (await fileRecords()).keepFile(connection, { caseId, sha256, bytes, keptAt: now }),
    file: (caseId, sha256) =>
      run(async (database) => (await fileRecords()).getFile(database, caseId, sha256)).catch(() => null),
    room: async () => (await (await browserData()).room())?.left ?? null,
    sizes: (ids) => run(async (database) => (await browserData()).sizesOf(database, ids)),
    sweep: (now) => run(async (database) => (await fileRecords()).sweepFiles(database, now)).catch(() => {}),
    note: async (caseId, kind) => (await notes()).read(caseId, kind),
    notes: async (caseId) => (await notes()).all(caseId),
    keepLastNote: (caseId, kind, text) => texts?.keepLast(caseId, kind, text),
    // Synchronously if possible: the page may be gone in a moment.
    keepNote: (caseId, kind, text) =>
      texts === null ? notes().then((own) => own.keep(caseId, kind, text)) : texts.keep(caseId, kind, text),
  } satisfies Partial<CaseStorage>
}
