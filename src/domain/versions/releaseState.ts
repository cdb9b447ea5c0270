import type { PlainDate } from '../dates/plainDate.ts'
import { RELEASE_LINES, type ReleaseLine } from './releaseLines.ts'

type SupportPeriod = 'notReleased' | 'standard' | 'extended' | 'securityOnly' | 'unsupported'

export interface ReleaseState {
  line: ReleaseLine
  period: SupportPeriod
  /** The last day of the present period, or of the last one that has ended; null before the release. */
  until: PlainDate | null
}

/** The release line of a version such as `2.4.8-p5`, or null where it is not in the list. */
function releaseLineOf(version: string): ReleaseLine | null {
  const numbers = /\b(2\.\d+(?:\.\d+)?)(?:-p\d+)?\b/.exec(version)?.[1]
  if (numbers === undefined) return null
  return RELEASE_LINES.find(({ line }) => numbers === line || (line === '2.3' && numbers.startsWith('2.3.'))) ?? null
}

/**
 * The support period of a version on a day (C: all end dates inclusive, matched on the release line).
 * @returns null where the list does not know the version
 */
export function releaseState(version: string, on: PlainDate): ReleaseState | null {
  const line = releaseLineOf(version)
  if (line === null) return null
  if (on < line.available) return { line, period: 'notReleased', until: null }
  const periods = [
    ['standard', line.standardUntil],
    ['extended', line.extendedUntil],
    ['securityOnly', line.securityUntil],
  ] as const
  for (const [period, until] of periods) if (until !== null && on <= until) return { line, period, until }
  const lastDay = periods.map(([, until]) => until).filter((until) => until !== null)
  return { line, period: 'unsupported', until: lastDay.sort().at(-1) ?? null }
}
