import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answersFrom } from '../../domain/case/answers.ts'
import { newCase } from '../../domain/case/case.ts'
import type { Language } from '../../i18n/languages.ts'
import { memoryStorage } from '../../platform/memoryStorage.ts'
import { ServicesProvider, useServices } from '../../store/session.tsx'
import { OneCase } from '../openCase/CaseLayout.tsx'
import en from './en.json'
import { EXAMPLE_ID } from './exampleId.ts'
import sv from './sv.json'

const ANSWERS: Readonly<Record<Language, unknown>> = { sv, en }

/** The day on which the example was written: its dates stay as near as they were. */
const TODAY = '2026-11-24'

/** A finished case to look at, on the same pages as one's own. What is changed in it is gone with the page. */
function WithExample({ language, children }: { language: string; children: ReactNode }) {
  const services = useServices()
  const example = useMemo(() => {
    const answers = answersFrom(ANSWERS[language as Language])
    const storage = { ...memoryStorage(), keeps: true }
    const kept = { case: { ...newCase(EXAMPLE_ID, language), answers }, place: null, lastCopyAt: null, removed: [] }
    void storage.save(kept, 0, services.clock.now())
    return { ...services, storage, clock: { ...services.clock, today: () => TODAY } }
  }, [language, services])
  return <ServicesProvider services={example}>{children}</ServicesProvider>
}

export function ExampleLayout() {
  const { t, i18n } = useTranslation()
  const note = <p className="example-note">{t('keeping:example')}</p>
  return (
    <WithExample language={i18n.language}>
      <OneCase key={i18n.language} caseId={EXAMPLE_ID} note={note} />
    </WithExample>
  )
}
