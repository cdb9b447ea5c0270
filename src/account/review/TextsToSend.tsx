import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addWorkingDays } from '../../domain/dates/workingDays.ts'
import type { Sheet } from '../../domain/report/sheet.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { briefForColleagues, questionToPartner, TEXT_LIMITS, textForCustomer } from '../../exchange/managerTexts.ts'
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
import { replyNow } from './replyNow.ts'

interface AccountTextsProps {
  opened: OpenedFile
  sheet: Sheet
  /** In the language that the customer writes in. */
  inWords: Words | null
  /** Of the reply that has been made last; null before there is one. */
  fileName: string | null
  /** Says the whole summary. */
  asText: (words: Words) => string
}

/** Texts out of one reading, each to be copied: to the customer, to colleagues, to the partner, and the whole. */
export function AccountTexts({ opened, sheet, inWords, fileName, asText }: AccountTextsProps) {
  const { t } = useTranslation()
  const today = useToday()
  const words = useWords()
  const { language, formats } = words
  const [showsWhole, setShowsWhole] = useState(false)
  const draft = useDraft((state) => state.draft)
  const reply = replyNow(draft, opened, { language, today })
  const spoken = preferredLanguage([language])
  const [brief, setBrief] = useState<Language>(spoken)
  const [partner, setPartner] = useState<Language>(spoken)
  const inBrief = useWordsIn(brief)
  const inPartner = useWordsIn(partner)
  const answerBy = addWorkingDays(today, settings.workingDaysToAnswer)
  const shared = { file: opened.file, sheet }
  const max = (which: keyof typeof TEXT_LIMITS) => ({ max: formats.number(TEXT_LIMITS[which]) })
  return (
    <section className="screen-only" aria-labelledby="read-texts">
      <h2 id="read-texts" tabIndex={-1}>
        {t('reply:texts.heading')}
      </h2>
      <h3>{t('reply:texts.customer')}</h3>
      <p className="hint">{t('reply:texts.customerHint', max('reply'))}</p>
      {inWords !== null && (
        <Text
          text={textForCustomer({ words: inWords, ...shared }, reply, fileName)}
          lang={inWords.language}
          most={TEXT_LIMITS.reply}
        />
      )}
      <h3>{t('reply:texts.briefTitle')}</h3>
      <p className="hint">{t('reply:texts.briefHint', max('brief'))}</p>
      <TextLanguage id="brief-language" about={t('reply:texts.briefTitle')} chosen={brief} onChoose={setBrief} />
      {inBrief !== null && (
        <Text text={briefForColleagues({ words: inBrief, ...shared }, reply)} lang={brief} most={TEXT_LIMITS.brief} />
      )}
      <h3>{t('reply:texts.partnerTitle')}</h3>
      <p className="hint">{t('reply:texts.partnerHint', max('partner'))}</p>
      <TextLanguage
        id="partner-language"
        about={t('reply:texts.partnerTitle')}
        chosen={partner}
        onChoose={setPartner}
      />
      {inPartner !== null && (
        <Text
          text={questionToPartner({ words: inPartner, ...shared }, answerBy)}
          lang={partner}
          most={TEXT_LIMITS.partner}
        />
      )}
      <Disclosure summary={t('reply:texts.wholeTitle')} onOpen={() => setShowsWhole(true)}>
        {showsWhole && <CopyText text={asText(words)} lang={language} />}
      </Disclosure>
    </section>
  )
}

/** A text with its length; one that has grown too long says so, and is whole all the same. */
function Text({ text, lang, most }: { text: string; lang: string; most: number }) {
  const { t } = useTranslation()
  const { formats } = useWords()
  const count = [...text].length
  const values = { count, max: formats.number(most) }
  return (
    <>
      <CopyText text={text} lang={lang} />
      <p className={count > most ? 'note' : 'hint'}>
        {count > most ? t('reply:texts.tooLong', values) : t('reply:texts.length', values)}
      </p>
    </>
  )
}

interface TextLanguageProps {
  id: string
  /** Which of the texts. */
  about: string
  chosen: Language
  onChoose: (language: Language) => void
}

function TextLanguage({ id, about, chosen, onChoose }: TextLanguageProps) {
  const { t } = useTranslation()
  return (
    <FieldGroup id={id} label={t('reply:texts.language')} about={about}>
      {(wiring) => (
        <Choices
          name={id}
          wiring={wiring}
          chosen={chosen}
          choices={LANGUAGES.map((language) => ({ id: language.id, label: language.name }))}
          onChoose={(language) => isLanguage(language) && onChoose(language)}
        />
      )}
    </FieldGroup>
  )
}
