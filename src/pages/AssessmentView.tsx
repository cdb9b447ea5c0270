import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Conclusion } from '../domain/assessment/conclusion.ts'
import type { Notice } from '../domain/assessment/notice.ts'
import { type Address, getAnswer, pathOf } from '../domain/case/address.ts'
import { findQuestion } from '../domain/interview/pages.ts'
import type { Interview } from '../domain/interview/question.ts'
import type { Report } from '../domain/report/report.ts'
import { LIFECYCLE_POLICY } from '../domain/versions/releaseLines.ts'
import {
  actionWords,
  assessmentOutcomeWords,
  conclusionWords,
  noticeWords,
  ruleWords,
} from '../i18n/assessmentWords.ts'
import { questionWords } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useGrowing } from '../ui/growing.ts'
import { ActionLinks } from './ActionLinks.tsx'
import { AnswerText } from './AnswerText.tsx'
import { answerAddress } from './answerAddress.ts'

interface AssessmentViewProps {
  words: Words
  interview: Interview
  report: Report
  language: string
  /** The case whose fields the links land on; null where the answers are only read. */
  caseId: string | null
}

/** What the guide concludes: the outcome, what is settled, what is open and why, and what is worth knowing. */
export function AssessmentView(props: AssessmentViewProps) {
  const { words, report } = props
  const { t } = useTranslation('assessment')
  const { assessment } = report
  const outcome = assessmentOutcomeWords(words, assessment)
  return (
    <>
      <section className="outcome" aria-labelledby="outcome">
        <h2 id="outcome">{outcome.heading}</h2>
        <p>{outcome.text}</p>
        {showsWarranted(report) && <p>{t('warranted')}</p>}
        <p className="hint">
          {t('advice')} {t('asOf', { date: words.formats.date(assessment.asOf) })}.
        </p>
      </section>

      <h2>{t('open')}</h2>
      {assessment.open.length === 0 && <p>{t('nothingOpen')}</p>}
      {assessment.open.map((action) => (
        <section key={action.action}>
          <h3>{actionWords(words, action).heading}</h3>
          {props.caseId !== null && (
            <ActionLinks caseId={props.caseId} action={action} answers={report.answers} />
          )}
          <Conclusions all={action.reasons} {...props} />
        </section>
      ))}

      <h2>{t('settled')}</h2>
      {assessment.settled.length === 0 && <p>{t('nothingSettled')}</p>}
      <Conclusions all={assessment.settled} {...props} />

      {assessment.notices.length > 0 && (
        <>
          <h2>{t('notices')}</h2>
          <Notices all={assessment.notices} {...props} />
        </>
      )}
      <p className="meta">
        {t('rules', { version: assessment.rules })}. {t('noticeTexts.notLegal')}
      </p>
    </>
  )
}

/** Said where going to Adobe is right although something is open. */
const showsWarranted = ({ assessment }: Report) =>
  assessment.warranted && assessment.outcome !== 'READY' && assessment.states.partner !== 'NA'

/** About what a screen holds of one heading at first, and so many more at a time: a large case has thousands. */
const AT_FIRST = 10
const MORE = 40

function Conclusions({ all, ...props }: AssessmentViewProps & { all: readonly Conclusion[] }) {
  const count = useGrowing(all.length, AT_FIRST, MORE)
  return (
    <ul className="conclusions">
      {all.slice(0, count).map((conclusion) => (
        <ConclusionLine key={`${conclusion.rule} ${conclusion.about}`} conclusion={conclusion} {...props} />
      ))}
    </ul>
  )
}

function Notices({ all, ...props }: AssessmentViewProps & { all: readonly Notice[] }) {
  const count = useGrowing(all.length, AT_FIRST, MORE)
  return (
    <ul className="conclusions">
      {all.slice(0, count).map((notice) => (
        <NoticeLine key={`${notice.id} ${notice.about}`} notice={notice} {...props} />
      ))}
    </ul>
  )
}

const ConclusionLine = memo(function ConclusionLine({
  conclusion,
  ...props
}: AssessmentViewProps & { conclusion: Conclusion }) {
  const { words } = props
  const { t } = useTranslation('assessment')
  const sentence = conclusionWords(words, conclusion)
  const { why, basis } = ruleWords(words, conclusion)
  const [isOpened, setIsOpened] = useState(false)
  return (
    <li>
      <p dir="auto">{sentence}</p>
      <GoLink about={conclusion.about} sentence={sentence} {...props} />
      <Disclosure summary={t('whyDo')} about={sentence} onOpen={() => setIsOpened(true)}>
        <p>
          {why} {basis}
        </p>
        {isOpened && <UsedAnswers used={conclusion.used} {...props} />}
      </Disclosure>
    </li>
  )
})

const NoticeLine = memo(function NoticeLine({ notice, ...props }: AssessmentViewProps & { notice: Notice }) {
  const { t } = useTranslation('assessment')
  const sentence = noticeWords(props.words, notice)
  const speaksOfReleases = notice.id.startsWith('release') || notice.id === 'cloudDeadline'
  return (
    <li>
      <p dir="auto">{sentence}</p>
      {speaksOfReleases && (
        <p className="screen-only">
          <a href={LIFECYCLE_POLICY} rel="noopener noreferrer" target="_blank">
            {t('noticeTexts.policyLink')}
          </a>
        </p>
      )}
      <GoLink about={notice.about} sentence={sentence} {...props} />
    </li>
  )
})

interface GoLinkProps extends AssessmentViewProps {
  about: Address
  sentence: string
}

function GoLink({ interview, caseId, about, sentence }: GoLinkProps) {
  const { t } = useTranslation('assessment')
  if (caseId === null) return null
  return (
    <Link className="screen-only" to={answerAddress(interview, caseId, about, 'check')}>
      {t('go')}
      <span className="unseen">: {sentence}</span>
    </Link>
  )
}

/** The answers that a conclusion rests on, in the words of the questions. */
function UsedAnswers({
  used,
  words,
  interview,
  report,
  language,
}: AssessmentViewProps & { used: readonly Address[] }) {
  const { t } = useTranslation('assessment')
  const count = useGrowing(used.length, AT_FIRST, MORE)
  const looked = used.slice(0, count).flatMap((address) => {
    const question = findQuestion(interview, pathOf(address))
    return question === undefined ? [] : [{ question, address, value: getAnswer(report.answers, address) }]
  })
  if (looked.length === 0) return null
  return (
    <>
      <p>{t('looked')}</p>
      <dl className="summary">
        {looked.map((asked) => (
          <div key={asked.address}>
            <dt>{questionWords(words, asked.question).label}</dt>
            <dd>
              <AnswerText words={words} asked={asked} report={report} language={language} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
