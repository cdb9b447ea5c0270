import { useTranslation } from 'react-i18next'
import type { Answers } from '../../domain/case/answers.ts'
import type { EvidenceFile } from '../../domain/evidence/evidence.ts'
import type { Interview } from '../../domain/interview/question.ts'
import type { AskedBack } from '../../domain/reply/received.ts'
import { questionAnswer, questionLead, replyLine } from '../../i18n/replyWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { OwnText } from '../../ui/OwnText.tsx'
import type { SheetProps } from './sheetProps.ts'

/** What account managers have asked, reply by reply, and what the customer has answered. */
export function QuestionsAsked({ sheet: { report }, words, interview, language }: SheetProps) {
  const { t } = useTranslation('reply')
  const { askedBack, answers, evidence } = report
  if (askedBack.length === 0) return null
  return (
    <section aria-labelledby="read-questions">
      <h2 id="read-questions" tabIndex={-1}>
        {t('sheet.heading')}
      </h2>
      {[...new Set(askedBack.map(({ reply }) => reply))].map((reply) => (
        <div key={reply.replyId}>
          <h3>{replyLine(words, reply)}</h3>
          <AskedBackList
            {...{ words, interview, answers, evidence, language }}
            asked={askedBack.filter((each) => each.reply === reply)}
          />
        </div>
      ))}
    </section>
  )
}

interface AskedBackListProps {
  words: Words
  interview: Interview
  asked: readonly AskedBack[]
  answers: Answers
  evidence: readonly EvidenceFile[]
  /** The language that the customer writes in. */
  language: string
}

/** Questions with their answers: before and after, and what the customer says in words. */
export function AskedBackList({ words, interview, asked, answers, evidence, language }: AskedBackListProps) {
  const { t } = useTranslation('reply')
  const lang = language || undefined
  return (
    <ol className="asked-back">
      {asked.map((each) => {
        const { before, now } = questionAnswer(words, each, { interview, answers, evidence })
        const told = [
          { name: t('sheet.said'), text: each.said },
          { name: t('sheet.before'), text: before },
          { name: t('sheet.now'), text: now },
        ]
        return (
          <li key={each.id}>
            <p>
              <strong>{questionLead(words, each)}</strong>{' '}
              <OwnText text={each.text} lang={each.reply.language || undefined} />{' '}
              <span className="meta">{t(each.isAnswered ? 'sheet.answered' : 'sheet.open')}</span>
            </p>
            {each.isGone && <p className="note">{t('sheet.gone')}</p>}
            {each.changedBefore && !each.isGone && <p className="note">{t('sheet.beforeUnknown')}</p>}
            <dl className="summary">
              {told.map(
                ({ name, text }) =>
                  text !== null && (
                    <div key={name}>
                      <dt>{name}</dt>
                      <dd>
                        <OwnText text={text} lang={lang} />
                      </dd>
                    </div>
                  ),
              )}
            </dl>
          </li>
        )
      })}
    </ol>
  )
}
