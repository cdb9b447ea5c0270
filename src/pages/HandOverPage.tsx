import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { findPage } from '../domain/interview/pages.ts'
import { fileNameOf } from '../exchange/fileName.ts'
import { actionWords } from '../i18n/assessmentWords.ts'
import { isLanguage, type Language } from '../i18n/languages.ts'
import { useWords } from '../i18n/useWords.ts'
import { wordsOf } from '../i18n/wordsOf.ts'
import { download } from '../platform/files.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Banner } from '../ui/Banner.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'
import { caseAddress } from '../wizard/addresses.ts'
import { QuestionField } from '../wizard/QuestionField.tsx'
import { HandedOver, type Wrapping } from './HandedOver.tsx'
import { assessed, type MadeFile, makeCaseFile } from './makeCaseFile.ts'
import { SheetLanguage } from './sheet/SheetLanguage.tsx'

type State =
  | { is: 'before' }
  | { is: 'working'; share: number }
  | { is: 'ready'; made: MadeFile; wrapping: Wrapping }
  | { is: 'broken' }

/** Makes the file that is handed over, always possible, with what is open said in it. */
export function HandOverPage() {
  const { t, i18n } = useTranslation(['handOver', 'common'])
  const announce = useAnnounce()
  const { store, keeper } = useOpened()
  const id = useOpenCase((state) => state.case.id)
  const { interview, clock } = useServices()
  const [state, setState] = useState<State>({ is: 'before' })
  const [chosen, setChosen] = useState<Language | null>(null)
  const cancelling = useRef(new AbortController())
  const language = chosen ?? (isLanguage(i18n.language) ? i18n.language : 'sv')

  // Whoever leaves the page does not wait for the file.
  useEffect(() => () => cancelling.current.abort(), [])

  const broken = () => {
    setState({ is: 'broken' })
    announce(t('common:download.broken'), 'assertive')
  }
  const make = async (wrapping: Wrapping) => {
    cancelling.current = new AbortController()
    const { signal } = cancelling.current
    setState({ is: 'working', share: 0 })
    await keeper.flush()
    const json = await makeCaseFile('handover', store.getState().case, { interview, today: clock.today() })
    if (signal.aborted) return
    if (json === null) return broken()
    const made = wrapping === 'json' ? json : await wrapped(json, signal)
    if (signal.aborted) return
    if (made === null) return broken()
    store.getState().handOver(made.next)
    download(made.bytes, made.name)
    setState({ is: 'ready', made, wrapping })
    await keeper.flush()
  }
  const wrapped = async (json: MadeFile, signal: AbortSignal): Promise<MadeFile | null> => {
    const { makePdf } = await import('./makePdf.ts')
    const words = await wordsOf(i18n, language)
    const onProgress = (share: number) => {
      if (!signal.aborted) setState({ is: 'working', share })
    }
    const pdf = await makePdf({ file: json.file, interview, words, now: clock.now(), onProgress, signal })
    return pdf.ok ? { ...json, bytes: pdf.bytes, name: fileNameOf(json.file, 'pdf') } : null
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
        <HandedOver
          made={state.made}
          wrapping={state.wrapping}
          onAgain={() => setState({ is: 'before' })}
          onPlain={() => void make('json')}
        />
      ) : (
        <BeforeFile
          working={state.is === 'working' ? state.share : null}
          language={language}
          onLanguage={setChosen}
          onMake={(wrapping) => void make(wrapping)}
          onCancel={() => {
            cancelling.current.abort()
            setState({ is: 'before' })
          }}
        />
      )}
    </>
  )
}

interface BeforeProps {
  /** How far the file is; null while none is being made. */
  working: number | null
  language: Language
  onLanguage: (language: Language) => void
  onMake: (wrapping: Wrapping) => void
  onCancel: () => void
}

function BeforeFile({ working, language, onLanguage, onMake, onCancel }: BeforeProps) {
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
      <SheetLanguage chosen={language} onChoose={onLanguage} />
      <div className="actions">
        <button type="button" className="button" disabled={working !== null} onClick={() => onMake('pdf')}>
          {open.length === 0 ? t('download') : t('anyway')}
        </button>
        {working === null ? (
          <button type="button" className="link-button" onClick={() => onMake('json')}>
            {t('plain')}
          </button>
        ) : (
          <button type="button" className="link-button" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
      </div>
      <p className="hint">{t('formats')}</p>
      <div role="status">{working !== null && <p>{t('working')}</p>}</div>
      {working !== null && <progress max={1} value={working} aria-label={t('working')} />}
    </>
  )
}
