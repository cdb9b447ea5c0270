import { reasonOf } from './database.ts'
import { DOUBT } from './databaseSchema.ts'
import { entry, keepEntry } from './preferences.ts'
import type { EverythingOfCase, KeepResult, StorageEvent } from './storedCase.ts'

const ATTEMPTS = 3

/** How often it is looked whether something is on the disk that a doubtful database has taken. */
const LOOKS = 2

const reconnecting = () => import('./reconnecting.ts')

/** The open database, which the browser, another tab or a newer version may close at any time. */
export class Connection {
  /**
   * True after a write has failed, or the browser has closed the database: what is written then may go behind something
   * half written, and be thrown away with everything else at the next start. Opening afresh after a write tells.
   */
  isDoubtful = false
  isUpdated = false
  /** What was read before the database was opened afresh, until it is known to be there. */
  carried: EverythingOfCase | null = null
  /** It is left alone until then, by `performance.now()`. */
  restsUntil = 0
  /** How long a database is left alone before it is opened afresh, in milliseconds. */
  readonly rest: number
  /** Looks, when the database is open again, whether something is not there that was. */
  readonly hasLost: (database: IDBDatabase) => Promise<boolean>
  readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('database')
  reopening: Promise<boolean> | null = null
  private database: IDBDatabase
  private readonly listeners = new Set<(event: StorageEvent) => void>()

  constructor(database: IDBDatabase, hasLost: Connection['hasLost'], rest: number) {
    this.hasLost = hasLost
    this.rest = rest
    this.database = this.watched(database)
    if (this.channel !== null)
      this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (data === 'doubt') this.isDoubtful = true
        // Another page opens the database afresh, which it can only while nobody has it open, and may find it empty.
        if (data !== 'rest') return
        this.letGo()
        void this.comeBack()
      }
    // An earlier page has left it in doubt: looked at now, since what is shown may be what the browser remembers.
    if (entry(DOUBT) !== null) {
      this.isDoubtful = true
      this.write(
        async () => {},
        async () => true,
      ).catch(() => {})
    }
  }

  /** Tells all pages, and the next one. */
  doubt(isDoubtful: boolean) {
    if (isDoubtful && !this.isDoubtful) this.channel?.postMessage('doubt')
    if (isDoubtful !== this.isDoubtful) keepEntry(DOUBT, isDoubtful ? 'yes' : null)
    this.isDoubtful = isDoubtful
  }

  watch(listener: (event: StorageEvent) => void) {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  tell(event: StorageEvent) {
    for (const listener of this.listeners) listener(event)
  }

  /** Does something with the database. If it is closed under us, it is opened again, silently, and all of it done anew. */
  async run<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(this.database)
      } catch (error) {
        const isClosed = error instanceof DOMException && error.name === 'InvalidStateError'
        if (!isClosed || attempt === ATTEMPTS) throw error
        await (await reconnecting()).reopen(this)
      }
    }
  }

  /**
   * Writes something. After a fault it resolves only when what was written has been seen in a database opened afresh,
   * which takes seconds, and throws otherwise.
   * @param isThere looks for what was written
   */
  async write<T>(
    work: (database: IDBDatabase) => Promise<T>,
    isThere: (database: IDBDatabase) => Promise<boolean>,
  ): Promise<T> {
    try {
      const done = await this.run(work)
      // Once more after something had to be put back.
      for (let look = 1; this.isDoubtful && look <= LOOKS; look += 1) {
        const { openAfresh } = await reconnecting()
        this.doubt((await openAfresh(this)) || !(await this.run(isThere)))
      }
      if (this.isDoubtful) throw new DOMException('What was written is not there', 'DataError')
      return done
    } catch (error) {
      // Of a full disk that is told by the book, nothing worse is known than that this was not written.
      if (reasonOf(error) !== 'quota') this.doubt(true)
      throw error
    }
  }

  async keep(
    work: (database: IDBDatabase) => Promise<void>,
    isThere: (database: IDBDatabase) => Promise<boolean>,
  ): Promise<KeepResult> {
    try {
      await this.write(work, isThere)
      return { ok: true }
    } catch (error) {
      return { ok: false, reason: reasonOf(error) }
    }
  }

  letGo() {
    this.restsUntil = performance.now() + this.rest
    this.database.close()
  }

  use(database: IDBDatabase) {
    this.database = this.watched(database)
  }

  private readonly comeBack = async () => (await reconnecting()).comeBack(this)

  private watched(database: IDBDatabase): IDBDatabase {
    database.onversionchange = ({ newVersion }) => {
      this.isUpdated = newVersion !== null
      // What is not saved yet is sent within this very call, and the connection closes behind it.
      this.tell(this.isUpdated ? 'updating' : 'deleted')
      database.close()
    }
    // Only a connection that was closed under us says so: the data may have gone with it.
    database.addEventListener('close', () => {
      this.isDoubtful = true
      void this.comeBack()
    })
    return database
  }
}
