import { digestOf } from '../../domain/case/canonicalJson.ts'
import type { Case } from '../../domain/case/case.ts'
import { copyContent } from '../../domain/case/writeCaseFile.ts'
import { sha256 } from '../../exchange/sha256.ts'
import { keepFiles, wholeFilesOfCase } from '../../files/filesOfCase.ts'
import type { KeptCase } from '../../platform/storedCase.ts'
import type { Services } from '../../store/session.tsx'

export const copyOf = (current: Case, newId: () => string): Case => ({
  ...current,
  id: newId(),
  copiedFrom: { caseId: current.id, digest: digestOf(copyContent(current), sha256) },
})

/** The id of the new case, or null if there is not enough room. */
export async function keepAsOwnCase(services: Services, kept: KeptCase): Promise<string | null> {
  const { storage, clock, newId } = services
  const copy = copyOf(kept.case, newId)
  const files = await wholeFilesOfCase(storage, kept.case.id, kept.case.evidence)
  // Files first: a case never names what was not kept. Its place is in the other case.
  if (!(await keepFiles(services, copy.id, files))) return null
  const saved = await storage.save({ ...kept, case: copy, place: null }, 0, clock.now())
  return saved.ok ? copy.id : null
}
