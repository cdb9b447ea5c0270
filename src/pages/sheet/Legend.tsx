import { useTranslation } from 'react-i18next'
import type { Schedule } from '../../domain/schedule/schedule.ts'
import { drawnSilences } from '../../domain/schedule/silence.ts'
import type { Track } from '../../domain/schedule/track.ts'
import { LegendMark, type MarkName } from '../../ui/promiseLine/LegendMark.tsx'

/** What the shapes mean; only those that are drawn. */
export function Legend({ schedule, tracks }: { schedule: Schedule; tracks: readonly Track[] }) {
  const { t } = useTranslation('sheet')
  const isDrawn: Record<MarkName, boolean> = {
    promised: tracks.some(({ first, agreed }) => first !== null || agreed !== null),
    own: schedule.promises.length > 0 || tracks.some(({ moves }) => moves.some(({ agreed }) => !agreed)),
    extension: tracks.some(({ first, agreed }) => first !== null && agreed !== null && first !== agreed),
    delivered: tracks.some(({ delivered }) => delivered !== null),
    waiting: tracks.some(({ here }) => here === false),
    delay: tracks.some(({ delay }) => delay !== null),
    pin: schedule.contacts.some(({ from }) => from === 'merchant'),
    dot: schedule.contacts.some(({ from }) => from === 'partner'),
    silence: drawnSilences(schedule.silences).length > 0,
  }
  const names = (Object.keys(isDrawn) as MarkName[]).filter((name) => isDrawn[name])
  return (
    <ul className="line-legend">
      {names.map((name) => (
        <li key={name}>
          <LegendMark name={name} /> {t(`line.legend.${name}`)}
        </li>
      ))}
    </ul>
  )
}
