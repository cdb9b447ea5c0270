import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router-dom'
import { isEmergency } from '../../domain/areas/about/urgent.ts'
import { setAnswer } from '../../domain/case/address.ts'
import { newCase } from '../../domain/case/case.ts'
import { findPage } from '../../domain/interview/interviewPages.ts'
import { Frame } from '../../frame/Frame.tsx'
import { loadWords } from '../../i18n/i18n.ts'
import { lazyComponent } from '../../i18n/lazyComponent.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { useServices } from '../../store/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { useOnce } from '../../ui/useOnce.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { QuestionField, WhyWeAsk } from '../../wizard/QuestionField.tsx'
import type { UrgentState } from './urgency.ts'

const YOU_WILL = ['scope', 'partner', 'examples', 'request'] as const

export function StartPage() {
  const { t } = useTranslation()
  const { storage } = useServices()
  const [hasCases, setHasCases] = useState(false)
  return (
    <Frame>
      <PageHeading title={t('common:service')}>{t('start:heading')}</PageHeading>
      <Suspense fallback={null}>{!storage.keeps && <NothingKept />}</Suspense>
      <Suspense fallback={null}>
        <CasesHere onKnown={setHasCases} />
      </Suspense>
      <p className="lead">{t('start:lead')}</p>
      <p>{t('start:youWill')}</p>
      <ul>
        {YOU_WILL.map((id) => (
          <li key={id}>{t(`start:list.${id}`)}</li>
        ))}
      </ul>
      <p>
        {t('start:maybeNot')} {t('start:pace')}
      </p>
      <div className="inset">
        <p>
          <strong>{t('common:privacyLine')}</strong> {t('start:privacy')}
        </p>
      </div>
      <NewCase secondary={hasCases} />
      <h2>{t('start:otherWays')}</h2>
      <ul className="plain">
        <li>
          <Link to="/review">{t('start:review')}</Link>
        </li>
        <li>
          <Link to="/checklist">{t('start:checklist')}</Link>
        </li>
      </ul>
      <Suspense fallback={null}>
        <OwnFile />
      </Suspense>
    </Frame>
  )
}

const NothingKept = lazyComponent(async () => (await import('../../frame/StorageBanners.tsx')).NothingKept, 'later')

const CasesHere = lazyComponent(async () => (await import('./CasesHere.tsx')).CasesHere, 'later')

const OwnFile = lazy(async () => ({ default: (await import('./OwnFile.tsx')).OwnFile }))

/** The one question that is asked before a case is there. */
const URGENT = 'about.urgent'

/** Asks the first question: an emergency leads to another page before anything else. */
function NewCase({ secondary }: { secondary: boolean }) {
  const { t, i18n } = useTranslation()
  const words = useWords()
  const navigate = useNavigate()
  const { interview, storage, clock, newId, preferences } = useServices()
  const [urgent, setUrgent] = useState<unknown>(null)
  // Loaded ahead: in an emergency the network may be gone by the time it is needed.
  useEffect(() => {
    void Promise.all([import('./UrgentPage.tsx'), loadWords(i18n, 'later')]).catch(() => {})
  }, [i18n])
  const [refused, setRefused] = useState(false)
  const questions = (findPage(interview, 'about/urgent')?.step?.questions ?? []).filter(({ path }) => path === URGENT)
  const blank = newCase('new', words.language)

  const start = useOnce(async () => {
    const id = newId()
    const made = newCase(id, words.language)
    const answers = setAnswer(made.answers, URGENT, urgent)
    const kept = { case: { ...made, answers }, place: null, lastCopyAt: null, removed: [] }
    const saved = await storage.save(kept, 0, clock.now())
    setRefused(!saved.ok)
    if (!saved.ok) return false
    preferences.set('cases', 'some')
    if (isEmergency(urgent)) navigate('/urgent', { state: { caseId: id, what: urgent } satisfies UrgentState })
    else navigate(caseAddress(id, 'about/before'))
    return true
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      {questions.map((question) => (
        <QuestionField
          key={question.path}
          asked={{ question, address: question.path, value: urgent }}
          words={words}
          answers={blank.answers}
          language={words.language}
          problems={[]}
          notes={[]}
          onAnswer={(_, value) => setUrgent(value)}
        />
      ))}
      <WhyWeAsk words={words} asked={questions.map((question) => ({ question }))} />
      <div role="alert">{refused && <p className="note">{t('start:notKept')}</p>}</div>
      <Button type="submit" isMain={!secondary}>
        {t('start:new')}
      </Button>
    </form>
  )
}
