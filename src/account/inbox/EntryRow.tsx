import { memo } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { InboxEntry } from '../../domain/inbox/inbox.ts'
import type { ReceivedCase } from '../../domain/inbox/receivedCase.ts'
import { useWords } from '../../i18n/useWords.ts'
import { deskOf } from '../../store/inboxStore.ts'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { focusOn } from '../../ui/focus.ts'
import { OwnText } from '../../ui/UserText.tsx'
import { entryWords } from './entryWords.ts'

export const EntryRow = memo(function EntryRow({ entry }: { entry: InboxEntry }) {
  const { t } = useTranslation()
  const words = useWords()
  const said = entryWords(words, entry)
  const { caseId, digest, partner, impact } = entry.newest
  return (
    <tr>
      <th scope="row" data-name={t('inbox:columns.company')}>
        {said.emergency !== '' && <strong className="emergency">{said.emergency}</strong>}
        <Link id={`open-${caseId}`} to="/review" state={{ caseId, digest }}>
          <OwnText text={said.company} />
        </Link>
        <Facts entry={entry} said={said} />
      </th>
      <td data-name={t('inbox:columns.age')}>
        <span className="day">{said.date}</span> <span className="meta">{said.age}</span>
      </td>
      <td data-name={t('inbox:columns.partner')}>{partner !== null && <OwnText text={partner} />}</td>
      <td className="of-ask" data-name={t('inbox:columns.ask')}>
        {said.ask !== '' && <OwnText text={said.ask} />}
      </td>
      <td data-name={t('inbox:columns.effect')}>
        {said.effect}
        {impact !== null && (
          <>
            {' '}
            <span className={said.effect === '' ? 'impact' : 'meta impact beside'}>
              <OwnText text={impact} />
            </span>
          </>
        )}
      </td>
      <td data-name={t('inbox:columns.step')}>{said.step}</td>
      <td data-name={t('inbox:columns.waiting')}>{said.waiting}</td>
      <td data-name={t('inbox:columns.verdict')}>{said.verdict}</td>
      <td data-name={t('inbox:columns.next')}>
        {said.next !== null && (
          <>
            <span className="day">{said.next.date}</span> <span className="meta">{said.next.is}</span>
          </>
        )}
      </td>
      <td className="of-remove">
        <Remove caseId={caseId} company={said.company} />
      </td>
    </tr>
  )
})

/** What is known of the case and its files beside the name. */
function Facts({ entry: { newest, older }, said }: { entry: InboxEntry; said: ReturnType<typeof entryWords> }) {
  const { t } = useTranslation()
  const { formats } = useWords()
  const nameOf = ({ purpose, revision }: ReceivedCase) =>
    purpose === 'copy' ? t('inbox:copy') : t('inbox:revision', { revision })
  const state = [
    // The first revision is what is expected.
    ...(newest.purpose === 'copy' || newest.revision > 1 ? [nameOf(newest)] : []),
    ...(said.questions === '' ? [] : [said.questions]),
    ...said.fileFaults,
  ]
  return (
    <>
      {[state, said.ids].map(
        (line) =>
          line.length > 0 && (
            <span className="meta in-line" key={line.join()} title={line.join(' · ')}>
              {line.map((fact) => (
                <span key={fact}>
                  <OwnText text={fact} />
                </span>
              ))}
            </span>
          ),
      )}
      {older.length > 0 && (
        <details>
          <summary>{t('inbox:older', { count: older.length })}</summary>
          <ul className="plain">
            {older.map((each) => (
              <li key={each.digest}>
                <Link to="/review" state={{ caseId: each.caseId, digest: each.digest }}>
                  {nameOf(each)}, {formats.date(each.asOf)}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Remove({ caseId, company }: { caseId: string; company: string }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const desk = deskOf(useServices())
  return (
    <button
      type="button"
      className="link-button small"
      title={t('inbox:remove')}
      onClick={() => {
        flushSync(() => desk.hide(caseId))
        announce(t('inbox:removed', { name: company }))
        focusOn('undo-removed')
      }}
    >
      <span className="cross" aria-hidden="true">
        ×
      </span>
      <span className="words">
        {t('inbox:remove')}
        <span className="unseen"> {company}</span>
      </span>
    </button>
  )
}
