import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { findPage } from '../domain/interview/pages.ts'
import { handOverMail } from '../exchange/handOverMail.ts'
import { actionWords } from '../i18n/assessmentWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { download } from '../platform/files.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Banner } from '../ui/Banner.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'
import { caseAddress } from '../wizard/addresses.ts'
import { QuestionField } from '../wizard/QuestionField.tsx'
import { CopyText } from './CopyText.tsx'
import { assessed, type MadeFile, makeCaseFile } from './makeCaseFile.ts'
import { groupedChecksum } from './sheet/groupedChecksum.ts'

type State = { is: 'before' } | { is: 'working' } | { is: 'ready'; made: MadeFile } | { is: 'broken' }

/** Makes the file that is handed over, always possible, with what is open said in it. */
export function HandOverPage() {
  const { t } = useTranslation(['handOver', 'common'])
  const announce = useAnnounce()
  const { store, keeper } = useOpened()
  const id = useOpenCase((state) => state.case.id)
  const { interview, clock } = useServices()
  const [state, setState] = useState<State>({ is: 'before' })

  const make = async () => {
    setState({ is: 'working' })
    await keeper.flush()
    const made = await makeCaseFile('handover', store.getState().case, { interview, today: clock.today() })
    if (made === null) {
      setState({ is: 'broken' })
      announce(t('common:download.broken'), 'assertive')
      return
    }
    store.getState().handOver(made.next)
    download(made.bytes, made.name)
    setState({ is: 'ready', made })
    await keeper.flush()
  }
  const heading = state.is === 'ready' ? t('ready') : t('heading')
  return (
    <>
      <Link className="back" to={caseAddress(id, 'check')}>
        {t('common:back')}
      </Link>
      <PageHeading key={heading} title={t('common:titleOf', { heading, service: t('common:service') })}>
        {heading}
      </PageHeading>
      {state.is === 'broken' && (
        <Banner kind="problem">
          <p>{t('common:download.broken')}</p>
        </Banner>
      )}
      {state.is === 'ready' ? (
        <Ready made={state.made} onAgain={() => void make()} />
      ) : (
        <BeforeFile working={state.is === 'working'} onMake={() => void make()} />
      )}
    </>
  )
}

function BeforeFile({ working, onMake }: { working: boolean; onMake: () => void }) {
  const { t } = useTranslation(['handOver', 'assessment'])
  const words = useWords()
  const { store } = useOpened()
  const { interview, clock } = useServices()
  const current = useOpenCase((state) => state.case)
  const { open } = assessed(interview, current, clock.today()).assessment
  const whyAnyway = findPage(interview, 'request/anyway')?.step?.questions ?? []
  return (
    <>
      {open.length === 0 ? (
        <p>{t('nothingOpen')}</p>
      ) : (
        <>
          <p>{t('open', { count: open.length })}</p>
          <ul>
            {open.map((action) => (
              <li key={action.action}>{actionWords(words, action).heading}</li>
            ))}
          </ul>
          {whyAnyway.map((question) => (
            <QuestionField
              key={question.path}
              asked={{ question, address: question.path, value: current.answers.request.whyAnyway }}
              words={words}
              answers={current.answers}
              language={current.language}
              problems={[]}
              notes={[]}
              onAnswer={store.getState().answer}
            />
          ))}
        </>
      )}
      <p>{t('what')}</p>
      <p>{t('confidential')}</p>
      <div className="actions">
        <button type="button" className="button" disabled={working} onClick={onMake}>
          {open.length === 0 ? t('download') : t('anyway')}
        </button>
      </div>
      <p role="status">{working ? t('working') : ''}</p>
    </>
  )
}

function Ready({ made, onAgain }: { made: MadeFile; onAgain: () => void }) {
  const { t } = useTranslation(['handOver', 'assessment'])
  const words = useWords()
  const { file, name } = made
  const address = window.location.href.split('#')[0] ?? ''
  return (
    <>
      <p className="lead">{t('notSent')}</p>
      <ol>
        <li>{t('step1', { name })}</li>
        <li>{t('step2')}</li>
        <li>{t('step3')}</li>
      </ol>
      <p className="hint">
        {t('checked', { checksum: groupedChecksum(file.digest), revision: file.revision })}
      </p>
      <div className="actions">
        <button type="button" className="button secondary" onClick={onAgain}>
          {t('again')}
        </button>
      </div>
      <h2>{t('emailHeading')}</h2>
      <CopyText text={handOverMail(words.translate, file, name, address)} />
    </>
  )
}
