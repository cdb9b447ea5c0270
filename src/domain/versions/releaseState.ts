import type { PlainDate } from '../dates/plainDate.ts'
import { RELEASE_LINES, type ReleaseLine } from './releaseLines.ts'

type SupportPeriod = 'notReleased' | 'standard' | 'extended' | 'securityOnly' | 'unsupported'

export interface ReleaseState {
  line: ReleaseLine
  period: SupportPeriod
  until: PlainDate | null
}

/** `2.4.8-p5` is of the line 2.4.8. */
function releaseLineOf(version: string): ReleaseLine | null {
  const numbers = /\b(2\.\d+(?:\.\d+)?)(?:-p\d+)?\b/.exec(version)?.[1]
  if (numbers === undefined) return null
  return RELEASE_LINES.find(({ line }) => numbers === line || (line === '2.3' && numbers.startsWith('2.3.'))) ?? null
}

/** End dates are inclusive (C). Null if the version is not in the list. */
export function releaseState(version: string, on: PlainDate): ReleaseState | null {
  const line = releaseLineOf(version)
  if (line === null) return null
  if (on < line.available) return { line, period: 'notReleased', until: null }
  const periods = [
    ['standard', line.standardUntil],
    ['extended', line.extendedUntil],
    ['securityOnly', line.securityUntil],
  ] as const
  for (const [period, until] of periods) if (until !== undefined && on <= until) return { line, period, until }
  const lastDay = periods.map(([, until]) => until).filter((until) => until !== undefined)
  return { line, period: 'unsupported', until: lastDay.sort().at(-1) ?? null }
}
