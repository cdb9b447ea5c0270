import { useEffect, useState } from 'react'
import type { EvidenceFile } from '../../domain/evidence/evidence.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'

type Found = Uint8Array<ArrayBuffer> | null | 'notHere' | 'isDamaged'

/** The bytes of a file of the open case; null until they are read, otherwise why they cannot be used. */
export function useFileBytes({ sha256 }: EvidenceFile, turn: number): Found {
  const { storage } = useServices()
  const { fileTools } = useOpened()
  const caseId = useOpenCase((state) => state.case.id)
  const [found, setFound] = useState<Found>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when something has been added
  useEffect(() => {
    let left = false
    const read = async (): Promise<Found> => {
      const bytes = await storage.file(caseId, sha256)
      if (bytes === null) return 'notHere'
      // Without the part that can tell, it is shown as it is.
      const tools = await fileTools().catch(() => null)
      return tools?.isWhole(bytes, sha256) === false ? 'isDamaged' : bytes
    }
    void read().then((result) => {
      if (!left) setFound(result)
    })
    return () => {
      left = true
    }
  }, [storage, caseId, sha256, turn])
  return found
}
