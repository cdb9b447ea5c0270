import type { Connection } from './connection.ts'
import type { KeepResult, Version, VersionReason } from './storedCase.ts'

// Files are added and read seldom, and versions kept once a day, so what does it comes when it is needed.
const fileRecords = () => import('./fileRecords.ts')
const history = () => import('./history.ts')
type Notes = import('./privateRecords.ts').Notes

export class BesideCases {
  protected readonly connection: Connection
  private texts: Notes | null = null

  constructor(connection: Connection) {
    this.connection = connection
  }

  protected readonly run = <T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> => this.connection.run(work)

  readonly versions = (id: string) => this.run(async (database) => (await history()).versionsOf(database, id))

  readonly version = (id: string, version: Version) =>
    this.run(async (database) => (await history()).versionOf(database, id, version))

  async keepVersion(id: string, why: VersionReason, now: number): Promise<void> {
    await this.run(async (database) => (await history()).keepVersion(database, id, why, now)).catch(() => {})
  }

  readonly keepFile = async (caseId: string, sha256: string, bytes: Uint8Array<ArrayBuffer>, now: number) =>
    (await fileRecords()).keepFile(this.connection, { caseId, sha256, bytes, keptAt: now })

  async file(caseId: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.run(async (database) => (await fileRecords()).getFile(database, caseId, sha256)).catch(() => null)
  }

  readonly room = async () => (await (await import('./browserData.ts')).room())?.left ?? null

  async sweep(now: number): Promise<void> {
    await this.run(async (database) => (await fileRecords()).sweepFiles(database, now)).catch(() => {})
  }

  private async notesOf(): Promise<Notes> {
    const { Notes } = await import('./privateRecords.ts')
    this.texts ??= new Notes(this.connection)
    return this.texts
  }

  readonly note = async (caseId: string, kind: string) => (await this.notesOf()).read(caseId, kind)

  readonly notes = async (caseId: string) => (await this.notesOf()).all(caseId)

  keepLastNote(caseId: string, kind: string, text: string): void {
    this.texts?.keepLast(caseId, kind, text)
  }

  // Within the same turn if it can be: the page may be gone in a moment.
  readonly keepNote = (caseId: string, kind: string, text: string): Promise<KeepResult> =>
    this.texts === null
      ? this.notesOf().then((texts) => texts.keep(caseId, kind, text))
      : this.texts.keep(caseId, kind, text)
}
