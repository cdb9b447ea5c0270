/** What a tab is told about its turn to write a case. One tab at a time writes; all others read. */
interface Turns {
  /** What this tab shows may be old: another may have written until a moment ago. */
  mayWrite(): void
  mayRead(): void
  asked(): Promise<void>
  deleted(): void
}

interface Turn {
  isWriter(): boolean
  /** Asks the tab that writes to let go, and takes over even if it does not answer. */
  takeOver(): void
  end(): void
}

/** A lock that is not free within this time is another tab's; until then it may be this tab's own, in milliseconds. */
const FREE_WITHIN = 250

/** A tab that is asked to let go and does not answer within this time is asleep or broken, in milliseconds. */
const ANSWER_WITHIN = 1_500

interface Said {
  say: 'take' | 'free' | 'deleted'
  caseId: string
}

function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel('cases')
  } catch {
    // Missing, or denied with everything else that a page may keep.
    return null
  }
}

export function tellDeleted(caseId: string): void {
  const channel = openChannel()
  channel?.postMessage({ say: 'deleted', caseId } satisfies Said)
  channel?.close()
}

/**
 * A crash releases the lock. Where there are no Web Locks, or the page may not have them, every tab may write, and save
 * numbers tell them apart.
 */
export function takeTurn(caseId: string, turns: Turns): Turn {
  const { locks } = navigator
  const name = `case:${caseId}`
  const channel = openChannel()
  const waiting = new AbortController()
  let isWriter = false
  let isOver = false
  let letGo = () => {}

  const write = () => {
    isWriter = true
    turns.mayWrite()
  }
  const tell = (say: Said['say']) => channel?.postMessage({ say, caseId } satisfies Said)

  const hold = (options: LockOptions) =>
    locks
      .request(name, options, async () => {
        if (isOver) return
        write()
        await new Promise<void>((resolve) => {
          letGo = resolve
        })
      })
      .catch(({ name: why }: DOMException) => {
        if (isOver) return
        if (!isWriter) {
          if (why !== 'AbortError') write()
          return
        }
        isWriter = false
        turns.mayRead()
        void wait()
      })
  const wait = () => hold({ signal: waiting.signal })

  let late: ReturnType<typeof setTimeout> | undefined
  const force = () => {
    clearTimeout(late)
    late = undefined
    if (!isWriter && !isOver) void hold({ steal: true })
  }

  if (channel !== null)
    channel.onmessage = ({ data }: MessageEvent<Partial<Said> | null>) => {
      if (typeof data !== 'object' || data?.caseId !== caseId) return
      if (data.say === 'deleted') turns.deleted()
      if (data.say === 'take' && isWriter) void turns.asked().finally(() => tell('free'))
      if (data.say === 'free' && late !== undefined) force()
    }

  if (locks === undefined) queueMicrotask(write)
  else {
    void wait()
    setTimeout(() => {
      if (!isWriter && !isOver) turns.mayRead()
    }, FREE_WITHIN)
  }

  return {
    isWriter: () => isWriter,
    takeOver: () => {
      if (isWriter || locks === undefined) return
      tell('take')
      late = setTimeout(force, ANSWER_WITHIN)
    },
    end: () => {
      isOver = true
      clearTimeout(late)
      waiting.abort()
      channel?.close()
      letGo()
    },
  }
}

const OPEN = 'open'

/** Remembers that the case is open here; true if it was already, and the page went without closing it. */
export function markOpen(caseId: string): boolean {
  try {
    const wasOpen = sessionStorage.getItem(OPEN) === caseId
    sessionStorage.setItem(OPEN, caseId)
    return wasOpen
  } catch {
    return false
  }
}

export function markClosed(): void {
  try {
    sessionStorage.removeItem(OPEN)
  } catch {
    // Then nothing was remembered either.
  }
}
