import { useEffect, useState } from 'react'
import { lazyComponent } from '../i18n/lazyComponent.tsx'

export type Parsers = typeof import('../domain/interview/commitTypedText.ts')

const problems = () => import('./Problems.tsx')
export const ProblemSummary = lazyComponent(async () => (await problems()).ProblemSummary, 'interview')
export const ProblemAtField = lazyComponent(async () => (await problems()).ProblemAtField, 'interview')

let loaded: Parsers | null = null

/** Loads the parsers of dates and numbers, which are not needed until the user leaves a page. */
export async function loadParsers(): Promise<Parsers> {
  if (loaded !== null) return loaded
  const [parsers] = await Promise.all([
    import('../domain/interview/commitTypedText.ts'),
    ProblemSummary.load(),
    ProblemAtField.load(),
  ])
  loaded = parsers
  return loaded
}

export const parsersNow = (): Parsers | null => loaded

export function useParsers(): Parsers | null {
  const [parsers, setParsers] = useState(parsersNow)
  useEffect(() => {
    if (parsers === null) void loadParsers().then(setParsers, () => {})
  }, [parsers])
  return parsers
}
