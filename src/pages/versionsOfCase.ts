import { useEffect, useState } from 'react'
import type { LoadedCase, Version } from '../platform/storedCase.ts'
import { useOpened } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'

/** The earlier versions of the open case, newest first; null until they are known. */
export function useVersions(caseId: string): readonly Version[] | null {
  const { storage } = useServices()
  const { keeper } = useOpened()
  const [versions, setVersions] = useState<readonly Version[] | null>(null)
  useEffect(() => {
    let left = false
    void keeper
      .flush()
      .then(() => storage.versions(caseId))
      .catch(() => [])
      .then((all) => {
        if (!left) setVersions(all)
      })
    return () => {
      left = true
    }
  }, [storage, keeper, caseId])
  return versions
}

/** The case as it was in one of them; null where it cannot be read, undefined until that is known. */
export function useVersion(caseId: string, version: Version | undefined): LoadedCase | null | undefined {
  const { storage } = useServices()
  const [loaded, setLoaded] = useState<LoadedCase | null | undefined>(undefined)
  useEffect(() => {
    if (version === undefined) return
    let left = false
    void storage
      .version(caseId, version)
      .catch(() => null)
      .then((found) => {
        if (!left) setLoaded(found)
      })
    return () => {
      left = true
    }
  }, [storage, caseId, version])
  return loaded
}
