import { useTranslation } from 'react-i18next'
import { contactOf, FRONT } from '../../domain/report/sheet.ts'
import { questionWords } from '../../i18n/questionWords.ts'
import { ownWordsKey } from '../../i18n/sheetFormats.ts'
import { shopLine } from '../../i18n/sheetWords.ts'
import { ContactsBlock } from './ContactsBlock.tsx'
import { ExamplesBlock } from './ExamplesBlock.tsx'
import { OwnWords } from './OwnWords.tsx'
import { PromiseLine } from './PromiseLine.tsx'
import { AskBlock, ImpactBlock, OutcomeBlock } from './requestBlocks.tsx'
import { ScopeBlock } from './ScopeBlock.tsx'
import type { Origin, SheetProps } from './sheetProps.ts'

/** Room on the first page, in characters. */
const ROOM = { company: 60, version: 30, ourSide: 220 }

/** The first page of the readiness sheet: one page of A4 at normal content, in the order in which it is read. */
export function Front(props: SheetProps) {
  const { t } = useTranslation('sheet')
  const { sheet, words, language, origin } = props
  const { request } = sheet.report.answers
  return (
    <article className="sheet-front" aria-labelledby="sheet-company">
      <Head {...props} />
      <AskBlock {...props} />
      <div className="sheet-pair">
        <ImpactBlock {...props} />
        <OutcomeBlock {...props} />
      </div>
      <PromiseLine sheet={sheet} words={words} language={language} />
      <div className="sheet-pair">
        <ScopeBlock {...props} />
        <ContactsBlock {...props} />
      </div>
      <ExamplesBlock {...props} />
      <div className="sheet-pair">
        <NotAnswered {...props} />
        <section aria-labelledby="sheet-ours">
          <h3 id="sheet-ours">{t('ourSide')}</h3>
          <p>
            <OwnWords
              text={request.ourSide}
              language={language}
              most={ROOM.ourSide}
              otherwise={t('noOurSide')}
            />
          </p>
        </section>
      </div>
      <Foot {...props} origin={origin} />
    </article>
  )
}

function Head({ sheet, words, language, origin }: SheetProps) {
  const { t } = useTranslation('sheet')
  const { about } = sheet.report.answers
  const contact = contactOf(about)
  return (
    <header className="sheet-head">
      <div>
        <p className="meta">{t('kicker')}</p>
        <h2 id="sheet-company">
          <OwnWords text={about.company} language={language} most={ROOM.company} otherwise={t('unnamed')} />
        </h2>
        <p className="meta" dir="auto">
          {shopLine(words, sheet.report.answers)}
        </p>
        {contact.length > 0 && (
          <p className="meta" dir="auto">
            {t('contact', { list: contact.join(', ') })}
          </p>
        )}
      </div>
      <p className="meta sheet-origin">
        <span>{t('standing', { date: words.formats.date(sheet.schedule.asOf) })}</span>
        <span>{t('caseCode', { code: origin.caseCode })}</span>
        {origin.revision !== null && <span>{t('revision', { revision: origin.revision })}</span>}
      </p>
    </header>
  )
}

/** What was asked and has no answer: a few by name, the rest as a number. */
function NotAnswered({ sheet, words }: SheetProps) {
  const { t } = useTranslation('sheet')
  const leftOut = sheet.report.leftOut.length
  const names = sheet.notAnswered.map((question) => questionWords(words, question).label)
  const shown = names.slice(0, FRONT.notAnswered)
  const more = names.length - shown.length
  return (
    <section aria-labelledby="sheet-missing">
      <h3 id="sheet-missing">{t('notAnswered')}</h3>
      <p>
        {names.length === 0 && t('allAnswered')}
        {shown.join(' · ')} {more > 0 && t('notAnsweredMore', { count: more })}
      </p>
      {leftOut > 0 && <p>{t('leftOut', { count: leftOut })}</p>}
    </section>
  )
}

function Foot({ language, origin }: { language: string; origin: Origin }) {
  const { t } = useTranslation('sheet')
  return (
    <footer className="sheet-foot meta">
      <span>
        <span className="voice">{t(`ownWords.${ownWordsKey(language)}`)}</span> {t('continues')}
      </span>
      <span>
        {t('foot')}
        {origin.checksum !== null && ` ${t('checksum', { checksum: origin.checksum })}`}
      </span>
    </footer>
  )
}
