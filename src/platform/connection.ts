import { DOUBT, reasonOf } from './database.ts'
import { entry, keepEntry } from './preferences.ts'
import type { Reopenable } from './reconnecting.ts'
import type { EverythingOfCase, KeepResult, StorageEvent } from './storedCase.ts'

const ATTEMPTS = 3

/** How often a write to a doubtful database is looked for on the disk. */
const LOOKS = 2

const reconnecting = () => import('./reconnecting.ts')

export class Connection implements Reopenable {
  /**
   * True after a write has failed, or the browser has closed the database: what is written then may follow something half
   * written, and be thrown away with everything else at the next start. Only opening it again after a write tells.
   */
  private isDoubtful = false
  isUpdated = false
  carried: EverythingOfCase | null = null
  restsUntil = 0
  readonly rest: number
  readonly hasLost: Reopenable['hasLost']
  readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('database')
  reopening: Promise<boolean> | null = null
  private database: IDBDatabase
  private readonly listeners = new Set<(event: StorageEvent) => void>()

  constructor(database: IDBDatabase, hasLost: Reopenable['hasLost'], rest: number) {
    this.hasLost = hasLost
    this.rest = rest
    this.database = this.watched(database)
    if (this.channel !== null)
      this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (data === 'doubt') this.isDoubtful = true
        // Another page opens the database again, which reads the disk only while no page has it open.
        if (data !== 'rest') return
        this.letGo()
        void this.comeBack()
      }
    // An earlier page has left it in doubt: checked now, since reads may come from the browser's memory.
    if (entry(DOUBT) !== null) {
      this.isDoubtful = true
      this.write(
        async () => {},
        async () => true,
      ).catch(() => {})
    }
  }

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

  /** If the database is closed from outside, it is opened again, silently, and all of the work is done again. */
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
   * After a fault it resolves only when what was written has been seen in a database opened again, which takes seconds,
   * and throws otherwise.
   * @param isThere looks for what was written
   */
  async write<T>(
    work: (database: IDBDatabase) => Promise<T>,
    isThere: (database: IDBDatabase) => Promise<boolean>,
  ): Promise<T> {
    try {
      const done = await this.run(work)
      // Once more if something had to be put back.
      for (let look = 1; this.isDoubtful && look <= LOOKS; look += 1) {
        const { openAfresh } = await reconnecting()
        this.doubt((await openAfresh(this)) || !(await this.run(isThere)))
      }
      if (this.isDoubtful) throw new DOMException('What was written is not there', 'DataError')
      return done
    } catch (error) {
      // A full disk that is reported properly means no more than that this was not written.
      if (reasonOf(error) !== 'quota') this.doubt(true)
      throw error
    }
  }

  keep(
    work: (database: IDBDatabase) => Promise<void>,
    isThere: (database: IDBDatabase) => Promise<boolean>,
  ): Promise<KeepResult> {
    return this.write(work, isThere).then(
      () => ({ ok: true }),
      (error) => ({ ok: false, reason: reasonOf(error) }),
    )
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
    // Fires only if the browser closes the connection: the data may have gone with it.
    database.addEventListener('close', () => {
      this.isDoubtful = true
      void this.comeBack()
    })
    return database
  }
}
