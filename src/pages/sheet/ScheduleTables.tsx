import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { delayWord } from '../../i18n/scheduleWords.ts'
import { OwnWords } from './OwnWords.tsx'
import type { BlockProps } from './sheetProps.ts'

/** What the promise line draws, as tables: every deliverable, and every silence after a question. */
export function ScheduleTables({ sheet, words, language }: BlockProps) {
  const { t } = useTranslation('sheet')
  const { tracks, undated, silences } = sheet.schedule
  const heads = (names: readonly string[]) => (
    <thead>
      <tr>
        {names.map((name) => (
          <th scope="col" key={name}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
  return (
    <>
      <Scrolling label={t('table.deliverables')}>
        <table className="facts">
          <caption>{t('table.deliverables')}</caption>
          {heads([
            t('table.deliverable'),
            t('table.first'),
            t('table.agreed'),
            t('table.moves'),
            t('table.delivered'),
            t('table.delay'),
          ])}
          <tbody>
            {[...tracks, ...undated].map((track) => (
              <tr key={track.id}>
                <th scope="row">
                  <span className="code">{track.code}</span>{' '}
                  <OwnWords text={track.title} language={language} otherwise={t('line.untitled')} />
                </th>
                <td>{track.first}</td>
                <td>{track.agreed}</td>
                <td>
                  {track.moves
                    .filter(({ agreed }) => !agreed)
                    .map(({ date }) => date)
                    .join(', ')}
                </td>
                <td>{track.delivered}</td>
                <td>{delayWord(words, track, 'short')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      {silences.length === 0 ? (
        <p>{t('table.noSilence')}</p>
      ) : (
        <Scrolling label={t('table.silences')}>
          <table className="facts">
            <caption>{t('table.silences')}</caption>
            {heads([t('table.question'), t('table.from'), t('table.to'), t('table.days')])}
            <tbody>
              {silences.map(({ code, from, to, days, ended }) => (
                <tr key={`${code} ${from}`}>
                  <th scope="row">{code}</th>
                  <td>{from}</td>
                  <td>{ended ? to : `${to} (${t('table.ongoing')})`}</td>
                  <td>{days}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
    </>
  )
}

/** On a narrow screen a table scrolls in itself, by keyboard too. */
const Scrolling = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
  <section className="paper-scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
)
