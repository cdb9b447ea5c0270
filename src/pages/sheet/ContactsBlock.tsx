import { useTranslation } from 'react-i18next'
import type { DatedContact } from '../../domain/areas/partner/contactLog.ts'
import { known, written } from '../../domain/case/answer.ts'
import { questionWords } from '../../i18n/questionWords.ts'
import { OwnWords } from './OwnWords.tsx'
import type { BlockProps } from './sheetProps.ts'

/** Room on the first page, in characters. */
const ROOM = { message: 80, person: 30, said: 220 }

/** Who wrote when, at most five lines, and what the partner said last. */
export function ContactsBlock({ sheet, words, language }: BlockProps) {
  const { t } = useTranslation('sheet')
  const { shown, others, partnerSaid } = sheet.contacts
  return (
    <section aria-labelledby="sheet-contacts">
      <h3 id="sheet-contacts">{t('contacts')}</h3>
      {shown.length === 0 ? (
        <p className="not-provided">{t('noContacts')}</p>
      ) : (
        <ol className="lines">
          {shown.map((row) => (
            <ContactLineText key={row.id} row={row} words={words} language={language} />
          ))}
        </ol>
      )}
      {others > 0 && <p className="meta">{t('more', { count: others })}</p>}
      {shown.length > 0 &&
        (partnerSaid === null ? (
          <p>
            <strong>{t('partnerSilent')}</strong>
          </p>
        ) : (
          <p className="latest">
            <strong>{t('partnerSaid', { date: words.formats.date(partnerSaid.date) })}</strong>
            {': '}
            <OwnWords text={partnerSaid.text} language={language} most={ROOM.said} otherwise={t('noText')} />{' '}
            <AnswerKind row={partnerSaid} words={words} />
          </p>
        ))}
    </section>
  )
}

/** What kind of answer it was, and the day that it promised. */
function AnswerKind({ row, words }: { row: DatedContact; words: BlockProps['words'] }) {
  const promised = known(row.promised)
  const { short } = questionWords(words, { path: 'partner.log.*.answer' })
  if (row.answer === null) return null
  return (
    <>
      ({short(row.answer)}
      {promised !== null && `: ${words.formats.date(promised)}`})
    </>
  )
}

function ContactLineText({
  row,
  words,
  language,
}: {
  row: DatedContact
  words: BlockProps['words']
  language: string
}) {
  const { t } = useTranslation('sheet')
  const { short } = questionWords(words, { path: 'partner.log.*.channel' })
  return (
    <li>
      <span className="when">{row.date}</span> <strong>{t(`from.${row.from ?? 'none'}`)}</strong>
      {written(row.person) !== null && (
        <>
          {' '}
          (<OwnWords text={row.person} language={language} most={ROOM.person} />)
        </>
      )}
      {row.channel !== null && `, ${short(row.channel).toLowerCase()}`}
      {': '}
      <OwnWords text={row.text} language={language} most={ROOM.message} otherwise={t('noText')} />
    </li>
  )
}
