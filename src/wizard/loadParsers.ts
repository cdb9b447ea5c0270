import { useEffect, useState } from 'react'
import { lazyComponent } from '../i18n/lazyComponent.tsx'

type Settling = typeof import('../domain/interview/commitTypedText.ts')

// They are said by what reads, so they come with it.
const problems = () => import('./Problems.tsx')
export const ProblemSummary = lazyComponent(async () => (await problems()).ProblemSummary)
export const ProblemAtField = lazyComponent(async () => (await problems()).ProblemAtField)

let loaded: Settling | null = null

/**
 * What reads typed text when a page is left: dates in words, numbers. Nobody needs it to write an answer, so it comes
 * after the page.
 */
export const loadSettling = async (): Promise<Settling> => {
  if (loaded !== null) return loaded
  const [settling] = await Promise.all([
    import('../domain/interview/commitTypedText.ts'),
    ProblemSummary.load(),
    ProblemAtField.load(),
  ])
  loaded = settling
  return loaded
}

/** The same, where it has come already. */
export const settlingNow = (): Settling | null => loaded

/** The same for what is drawn: it is drawn anew when it has come. */
export function useSettling(): Settling | null {
  const [settling, setSettling] = useState(settlingNow)
  useEffect(() => {
    if (settling === null)
      void loadSettling().then(
        () => setSettling(settlingNow),
        () => {},
      )
  }, [settling])
  return settling
}
