import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'

type Announce = (text: string, urgency?: 'polite' | 'assertive') => void

const AnnounceContext = createContext<Announce>(() => {})

/** Says something to screen readers. Two regions that live as long as the app, since new ones are not heard. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ polite: '', assertive: '', turn: 0 })
  const announce = useCallback<Announce>(
    (text, urgency = 'polite') =>
      // The same sentence twice in a row is a change only if something differs: a no-break space does.
      setSaid(({ turn }) => ({
        polite: '',
        assertive: '',
        [urgency]: turn % 2 ? text : `${text}\u00a0`,
        turn: turn + 1,
      })),
    [],
  )
  const { polite, assertive } = said
  const regions = useMemo(
    () => (
      <>
        <div className="unseen" aria-live="polite">
          {polite}
        </div>
        <div className="unseen" aria-live="assertive">
          {assertive}
        </div>
      </>
    ),
    [polite, assertive],
  )
  return (
    <AnnounceContext value={announce}>
      {children}
      {regions}
    </AnnounceContext>
  )
}

export const useAnnounce = (): Announce => useContext(AnnounceContext)
