import { useState } from 'react'
import { useWords } from '../../i18n/useWords.ts'
import { useServices } from '../../store/session.tsx'
import { useOnce } from '../../ui/useOnce.ts'

/** The start page is there without them. */
const caseParts = () => Promise.all([import('../../domain/case/case.ts'), import('../../domain/case/address.ts')])

/** Keeps a new case. `isRefused`: the browser did not take it. */
export function useNewCase(onKept: (caseId: string) => void) {
  const { language } = useWords()
  const { storage, clock, newId, preferences } = useServices()
  const [isRefused, setRefused] = useState(false)
  const begin = useOnce(async (urgent: string | null) => {
    const [{ newCase }, { setAnswer }] = await caseParts()
    const made = newCase(newId(), language)
    const answers = setAnswer(made.answers, 'about.urgent', urgent)
    const kept = { case: { ...made, answers }, place: null, lastCopyAt: null, removed: [] }
    const saved = await storage.save(kept, 0, clock.now())
    setRefused(!saved.ok)
    if (!saved.ok) return false
    preferences.set('cases', 'some')
    onKept(made.id)
    return true
  })
  return { begin, isRefused }
}
