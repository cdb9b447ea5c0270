import { type ReactNode, use, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answersFrom } from '../../domain/case/answers.ts'
import { newCase } from '../../domain/case/case.ts'
import { useWords } from '../../i18n/useWords.ts'
import { memoryStorage } from '../../platform/memoryStorage.ts'
import { ServicesProvider, useServices } from '../../store/session.tsx'
import { EXAMPLE_ID } from './exampleId.ts'

const ANSWERS = { sv: () => import('./sv.json'), en: () => import('./en.json') }

/** The day on which the example was written: its dates stay as near as they were. */
const TODAY = '2026-11-24'

const coming = new Map<string, Promise<unknown>>()

/** The written answers, in the language of the page. */
function answersIn(language: string): Promise<unknown> {
  const known = coming.get(language) ?? (language === 'sv' ? ANSWERS.sv() : ANSWERS.en()).then((file) => file.default)
  coming.set(language, known)
  return known
}

/** A finished case to look at, on the same pages as one's own. What is changed in it is gone with the page. */
export function ExampleCase({ children }: { children: ReactNode }) {
  const { language } = useWords()
  const services = useServices()
  const written = use(answersIn(language))
  const example = useMemo(() => {
    const answers = answersFrom(written)
    const storage = { ...memoryStorage(), keeps: true }
    const kept = { case: { ...newCase(EXAMPLE_ID, language), answers }, place: null, lastCopyAt: null, removed: [] }
    void storage.save(kept, 0, services.clock.now())
    return { ...services, storage, clock: { ...services.clock, today: () => TODAY } }
  }, [written, language, services])
  return <ServicesProvider services={example}>{children}</ServicesProvider>
}

export function ExampleNote() {
  const { t } = useTranslation()
  return <p className="example-note">{t('keeping:example')}</p>
}
