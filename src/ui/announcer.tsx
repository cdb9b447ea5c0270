import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

type Announce = (text: string, urgency?: 'polite' | 'assertive') => void

const AnnounceContext = createContext<Announce>(() => {})

/** Announcements for screen readers. The two live regions are always mounted, since new ones are not announced. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ polite: '', assertive: '', turn: 0 })
  const announce = useCallback<Announce>(
    (text, urgency = 'polite') =>
      // What is assertive is still being read when something polite follows. A no-break space, every other time, makes a
      // repeated sentence a change.
      setSaid(({ assertive, turn }) => ({
        polite: '',
        assertive,
        [urgency]: turn % 2 ? text : `${text}\u00a0`,
        turn: turn + 1,
      })),
    [],
  )
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="unseen" aria-live="polite">
        {said.polite}
      </div>
      <div className="unseen" aria-live="assertive">
        {said.assertive}
      </div>
    </AnnounceContext>
  )
}

export const useAnnounce = (): Announce => useContext(AnnounceContext)
