import { useTranslation } from 'react-i18next'
import { isAnswered } from '../../domain/case/answer.ts'
import type { CaseFile } from '../../domain/case/caseFile.ts'
import type { AnswerChange, PartChanges, WholeRowChange } from '../../domain/changes/changes.ts'
import { wordMarks } from '../../domain/changes/wordDiff.ts'
import { fieldOf } from '../../domain/interview/question.ts'
import { answerLines } from '../../i18n/answerWords.ts'
import { listWord, questionWords } from '../../i18n/questionWords.ts'
import { useWords, type Words } from '../../i18n/useWords.ts'
import { OddText } from '../../ui/RevealedText.tsx'
import { OwnText } from '../../ui/UserText.tsx'

interface PartChangesViewProps {
  part: PartChanges
  older: CaseFile
  newer: CaseFile
}

/** What has changed in one part of the interview. */
export function PartChangesView({ part, older, newer }: PartChangesViewProps) {
  const { t } = useTranslation()
  const words = useWords()
  const say = (file: CaseFile, { question }: AnswerChange, value: unknown) =>
    answerLines(words, { question, address: question.path, value }, file)
      .map(({ text }) => text)
      .join('\n')
  return (
    <section aria-labelledby={`change-${part.part}`}>
      <h2 id={`change-${part.part}`}>{words.translate(`${part.part}:name`)}</h2>
      {part.rows.map((change) => (
        <RowChangeView
          key={`${change.is} ${change.row.id}`}
          change={change}
          file={change.is === 'added' ? newer : older}
          words={words}
        />
      ))}
      {part.answers.length > 0 && (
        <dl className="summary changes">
          {part.answers.map((change) => {
            const { question, row, is, before, after } = change
            const about = row === null ? '' : `${[row.code, row.title].filter(Boolean).join(' ')}: `
            return (
              <div key={`${row?.code} ${question.path}`}>
                <dt>
                  {about}
                  {questionWords(words, question).label} <span className="meta">{t(`changes:is.${is}`)}</span>
                </dt>
                <dd>
                  <Versions
                    before={is === 'added' ? null : say(older, change, before)}
                    after={is === 'added' || is === 'changed' ? say(newer, change, after) : null}
                    isLong={question.kind === 'longText' || question.kind === 'text'}
                    language={newer.language}
                  />
                </dd>
              </div>
            )
          })}
        </dl>
      )}
      {part.moved.map((list) => (
        <p key={list.path}>{t('changes:moved', { list: listWord(words, list, 'heading') })}</p>
      ))}
    </section>
  )
}

function RowChangeView({ change, file, words }: { change: WholeRowChange; file: CaseFile; words: Words }) {
  const { t } = useTranslation()
  const { list, is, code, title, row } = change
  const questions = list.steps.flatMap((step) => step.questions)
  const told = questions.flatMap((question) => {
    const value = row[fieldOf(question)] ?? null
    if (!isAnswered(value) || fieldOf(question) === list.title) return []
    const lines = answerLines(words, { question, address: question.path, value }, file)
    return lines.length === 0 ? [] : [{ question, lines }]
  })
  return (
    <>
      <h3>
        {t(`changes:row.${is}`, { code })}
        {title !== null && (
          <>
            {': '}
            <OwnText text={title} lang={file.language || undefined} />
          </>
        )}
      </h3>
      <dl className={is === 'removed' ? 'summary removed-row' : 'summary'}>
        {told.map(({ question, lines }) => (
          <div key={question.path}>
            <dt>{questionWords(words, question).label}</dt>
            <dd>
              {lines.map(({ text }) => (
                <p key={text}>
                  <OwnText text={text} lang={file.language || undefined} />
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

interface VersionsProps {
  /** Null where there was nothing. */
  before: string | null
  /** Null where there is nothing any more. */
  after: string | null
  isLong: boolean
  language: string
}

/** Two versions of an answer: marked word by word where they are one text, else beside each other. */
function Versions({ before, after, isLong, language }: VersionsProps) {
  const { t } = useTranslation()
  const lang = language || undefined
  const marks = isLong && before !== null && after !== null ? wordMarks(before, after) : null
  if (marks !== null) {
    let at = 0
    return (
      <p className="own" dir="auto" lang={lang}>
        {marks.map(({ text, is }) => {
          at += text.length
          const key = `${at} ${is}`
          if (is === 'kept')
            return (
              <span key={key}>
                <OddText text={text} />
              </span>
            )
          const Mark = is === 'added' ? 'ins' : 'del'
          return (
            <Mark key={key}>
              <span className="unseen"> [{t(`changes:marks.${is}`)}: </span>
              <OwnText text={text} />
              <span className="unseen">] </span>
            </Mark>
          )
        })}
      </p>
    )
  }
  return (
    <>
      {before !== null && (
        <p>
          <span className="meta">{t('changes:before')}:</span> <OwnText text={before} lang={lang} />
        </p>
      )}
      {after !== null && (
        <p>
          <span className="meta">{t('changes:after')}:</span> <OwnText text={after} lang={lang} />
        </p>
      )}
    </>
  )
}
