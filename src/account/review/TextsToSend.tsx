import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addWorkingDays } from '../../domain/dates/workingDays.ts'
import type { Sheet } from '../../domain/report/sheet.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { briefForColleagues, questionToPartner, TEXT_LIMITS, textForCustomer } from '../../exchange/managerTexts.ts'
import { isForSupport, SUPPORT_LIMIT, supportCase } from '../../exchange/supportCase.ts'
import { CopyText } from '../../frame/CopyText.tsx'
import { isLanguage, LANGUAGES, type Language, preferredLanguage } from '../../i18n/languages.ts'
import { useWords, type Words } from '../../i18n/useWords.ts'
import { useWordsIn } from '../../i18n/wordsOf.ts'
import { settings } from '../../settings/settings.ts'
import { useDraft } from '../../store/replyDraft.ts'
import { useToday } from '../../store/useToday.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FieldGroup } from '../../ui/Field.tsx'
import { replyNow } from './makeReply.ts'

interface TextsToSendProps {
  opened: OpenedFile
  sheet: Sheet
  /** In the language of the customer. */
  inWords: Words | null
  /** Of the reply that was made last; null before there is one. */
  fileName: string | null
  summaryIn: (words: Words) => string
}

/** Texts to copy: to the customer, to colleagues, to the partner, to Adobe's support, and the whole summary. */
export function TextsToSend({ opened, sheet, inWords, fileName, summaryIn }: TextsToSendProps) {
  const { t } = useTranslation()
  const today = useToday()
  const words = useWords()
  const [showsWhole, setShowsWhole] = useState(false)
  const draft = useDraft((state) => state.draft)
  const reply = replyNow(draft, opened, { language: words.language, today })
  const answerBy = addWorkingDays(today, settings.workingDaysToAnswer)
  const { file } = opened
  // Where English is not offered, the labels are still English.
  const english = useWordsIn(isLanguage('en') ? 'en' : words.language)
  const limit = { max: words.formats.number(TEXT_LIMITS.reply) }
  const support = (
    <>
      <h3>{t('reply:texts.caseTitle')}</h3>
      <p className="hint">{t('reply:texts.caseHint', { max: words.formats.number(SUPPORT_LIMIT) })}</p>
      {english !== null && (
        <MeasuredText text={supportCase({ words: english, file, sheet })} lang="en" max={SUPPORT_LIMIT} />
      )}
    </>
  )
  const isFirst = isForSupport(reply)
  return (
    <section className="screen-only" aria-labelledby="read-texts">
      <h2 id="read-texts" tabIndex={-1}>
        {t('reply:texts.heading')}
      </h2>
      {isFirst && support}
      <h3>{t('reply:texts.customer')}</h3>
      <p className="hint">{t('reply:texts.customerHint', limit)}</p>
      {inWords !== null && (
        <MeasuredText
          text={textForCustomer({ words: inWords, file, sheet }, reply, fileName)}
          lang={inWords.language}
          max={TEXT_LIMITS.reply}
        />
      )}
      <TextInLanguage to="brief" textIn={(words) => briefForColleagues({ words, file, sheet }, reply)} />
      {sheet.schedule.standing.is !== 'solved' && (
        <TextInLanguage to="partner" textIn={(words) => questionToPartner({ words, file, sheet }, answerBy)} />
      )}
      {!isFirst && support}
      <Disclosure summary={t('reply:texts.wholeTitle')} onOpen={() => setShowsWhole(true)}>
        {showsWhole && <CopyText text={summaryIn(words)} lang={words.language} />}
      </Disclosure>
    </section>
  )
}

interface TextInLanguageProps {
  to: 'brief' | 'partner'
  textIn: (words: Words) => string
}

/** A text in a language that is chosen for it alone. */
function TextInLanguage({ to, textIn }: TextInLanguageProps) {
  const { t } = useTranslation()
  const { language, formats } = useWords()
  const [chosen, setChosen] = useState<Language>(preferredLanguage([language]))
  const words = useWordsIn(chosen)
  const title = t(`reply:texts.${to}Title`)
  return (
    <>
      <h3>{title}</h3>
      <p className="hint">{t(`reply:texts.${to}Hint`, { max: formats.number(TEXT_LIMITS[to]) })}</p>
      <FieldGroup id={`${to}-language`} label={t('reply:texts.language')} about={title}>
        {(wiring) => (
          <Choices
            name={`${to}-language`}
            wiring={wiring}
            chosen={chosen}
            choices={LANGUAGES.map(({ id, name }) => ({ id, label: name }))}
            onChoose={(id) => isLanguage(id) && setChosen(id)}
          />
        )}
      </FieldGroup>
      {words !== null && <MeasuredText text={textIn(words)} lang={chosen} max={TEXT_LIMITS[to]} />}
    </>
  )
}

/** A text with its length; one that is too long is shown whole, and says so. */
function MeasuredText({ text, lang, max }: { text: string; lang: string; max: number }) {
  const { t } = useTranslation()
  const { formats } = useWords()
  const count = [...text].length
  const values = { count, max: formats.number(max) }
  return (
    <>
      <CopyText text={text} lang={lang} />
      <p className={count > max ? 'note' : 'hint'}>
        {count > max ? t('reply:texts.tooLong', values) : t('reply:texts.length', values)}
      </p>
    </>
  )
}
