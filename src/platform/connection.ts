import { openLayout } from './layout.ts'
import type { StorageEvent } from './storedCase.ts'

/** A newer version of the product has taken the database over; this one must not touch it any more. */
export class Updated extends Error {}

/** How long is waited before each attempt to open a database that was closed under us, in milliseconds. */
const COME_BACK_AFTER = [0, 200, 1_000, 5_000, 15_000]

/** The open database, which the browser, another tab or a newer version may close at any time. */
export class Connection {
  private database: IDBDatabase
  private isUpdated = false
  private reopening: Promise<void> | null = null
  private readonly listeners = new Set<(event: StorageEvent) => void>()

  private readonly hasLost: (database: IDBDatabase) => Promise<boolean>

  /** @param hasLost looks, after the browser has closed the database, whether it has thrown away what was open */
  constructor(database: IDBDatabase, hasLost: (database: IDBDatabase) => Promise<boolean>) {
    this.hasLost = hasLost
    this.database = this.watched(database)
  }

  watch(listener: (event: StorageEvent) => void) {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Does something with the database. Where it has been closed under us, it is opened anew once, silently. */
  async run<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    try {
      return await work(this.database)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      await this.reopen()
      return work(this.database)
    }
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
    database.addEventListener('close', () => void this.comeBack())
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

  private reopen(): Promise<void> {
    if (this.isUpdated) return Promise.reject(new Updated())
    this.reopening ??= openLayout()
      .then(async (database) => {
        this.database = this.watched(database)
        if (await this.hasLost(database)) this.tell('emptied')
      })
      .finally(() => {
        this.reopening = null
      })
    return this.reopening
  }
}
