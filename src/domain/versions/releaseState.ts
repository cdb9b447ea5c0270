import type { PlainDate } from '../dates/plainDate.ts'
import { RELEASE_LINES, type ReleaseLine } from './releaseLines.ts'

type SupportPeriod = 'notReleased' | 'standard' | 'extended' | 'securityOnly' | 'unsupported'

export interface ReleaseState {
  line: ReleaseLine
  period: SupportPeriod
  until: PlainDate | null
}

/** `2.4.8-p5` is of the line 2.4.8; so is what people write: `v2.4.8`, `2,4,8`, `2.4.8p5`, `Adobe Commerce 2.4.8 (EE)`. */
function releaseLineOf(version: string): ReleaseLine | null {
  const found = /(?<![\d.,])2[.,]\d{1,2}(?:[.,]\d{1,2})?(?!\d)/.exec(version.normalize('NFKC'))?.[0]
  if (found === undefined) return null
  const numbers = found.replaceAll(',', '.')
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
