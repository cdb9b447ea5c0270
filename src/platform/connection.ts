import { reasonOf } from './database.ts'
import { openLayout } from './layout.ts'
import type { KeepResult, StorageEvent } from './storedCase.ts'

/** A newer version of the product has taken the database over; this one must not touch it any more. */
export class Updated extends Error {}

/**
 * How long a database is left alone before it is opened afresh, in milliseconds. Chromium goes on with what it has in
 * memory until no page has had the database open for two seconds, and only then reads what is really on the disk
 * (measured: 1 s shows words that are gone after the next start, 2.5 s does not).
 */
const REST = 3_000

/** How long is waited before each attempt to open a database that was closed under us, in milliseconds. */
const COME_BACK_AFTER = [0, 200, 1_000, 5_000, 15_000]

/** How often something is tried with a database that is closed under us each time. */
const ATTEMPTS = 3

/** How often it is looked whether something is on the disk that a doubtful database has taken. */
const LOOKS = 2

interface Options {
  /** Looks, when the database is open again, whether something is not there that was. */
  hasLost(database: IDBDatabase): Promise<boolean>
  /** Instead of `REST`, in milliseconds. */
  rest?: number | undefined
}

/** The open database, which the browser, another tab or a newer version may close at any time. */
export class Connection {
  /**
   * True after a write has failed, or the browser has closed the database: what is written then may go behind something
   * half written, and be thrown away with everything else at the next start. Opening afresh after a write tells.
   */
  private isDoubtful = false
  private database: IDBDatabase
  private isUpdated = false
  private reopening: Promise<void> | null = null
  private restsUntil = 0
  private readonly listeners = new Set<(event: StorageEvent) => void>()
  private readonly hasLost: Options['hasLost']
  private readonly rest: number
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('database')

  constructor(database: IDBDatabase, { hasLost, rest = REST }: Options) {
    this.hasLost = hasLost
    this.rest = rest
    this.database = this.watched(database)
    // Another page opens the database afresh, which it can only while nobody has it open, and may find it empty.
    if (this.channel !== null)
      this.channel.onmessage = () => {
        this.letGo()
        void this.comeBack()
      }
  }

  watch(listener: (event: StorageEvent) => void) {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Does something with the database. If it is closed under us, it is opened again, silently, and all of it done anew. */
  async run<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(this.database)
      } catch (error) {
        const isClosed = error instanceof DOMException && error.name === 'InvalidStateError'
        if (!isClosed || attempt === ATTEMPTS) throw error
        await this.reopen()
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
      for (let look = 1; this.isDoubtful && look <= LOOKS; look += 1)
        this.isDoubtful = (await this.openAfresh()) === 'putBack' || !(await this.run(isThere))
      if (this.isDoubtful) throw new DOMException('What was written is not there', 'DataError')
      return done
    } catch (error) {
      // Of a full disk that is told by the book, nothing worse is known than that this was not written.
      if (reasonOf(error) !== 'quota') this.isDoubtful = true
      throw error
    }
  }

  /** The same, with what became of it as a value. Never throws. */
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

  /**
   * Closes the database everywhere, and opens it when the browser has let go of it. What can still be read before, and
   * not afterwards, is put back; listeners hear of what has gone all the same.
   */
  private async openAfresh(): Promise<'same' | 'putBack'> {
    const { readEverything, putBackLost } = await import('./carryOver.ts')
    const everything = await this.run(readEverything)
    this.channel?.postMessage('rest')
    this.letGo()
    let isPutBack = false
    await this.reopen(async (database) => {
      isPutBack = await putBackLost(database, everything)
    })
    return isPutBack ? 'putBack' : 'same'
  }

  private letGo() {
    this.restsUntil = performance.now() + this.rest
    this.database.close()
  }

  private tell(event: StorageEvent) {
    for (const listener of this.listeners) listener(event)
  }

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

  /** A browser that is clearing data is busy with it for a moment, and refuses until it is done. */
  private async comeBack() {
    for (const wait of COME_BACK_AFTER) {
      await new Promise((resolve) => setTimeout(resolve, wait))
      const isBack = await this.reopen().then(
        () => true,
        () => false,
      )
      if (isBack || this.isUpdated) return
    }
  }

  /** @param first done before anybody else has the database */
  private reopen(first = async (_: IDBDatabase): Promise<void> => {}): Promise<void> {
    if (this.isUpdated) return Promise.reject(new Updated())
    this.reopening ??= this.whenRested()
      .then(openLayout)
      .then(
        async (database) => {
          this.database = this.watched(database)
          this.restsUntil = 0
          await first(database)
          if (!(await this.hasLost(database))) return
          // What is empty is new, and sound.
          this.isDoubtful = false
          this.tell('emptied')
        },
        (error) => {
          // An attempt that fails keeps the browser busy with it, too.
          if (this.restsUntil > 0) this.restsUntil = performance.now() + this.rest
          throw error
        },
      )
      .finally(() => {
        this.reopening = null
      })
    return this.reopening
  }

  private async whenRested() {
    const left = this.restsUntil - performance.now()
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
  }
}
