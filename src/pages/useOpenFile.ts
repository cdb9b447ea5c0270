import { useCallback } from 'react'
import { MAX_FILE, openCaseFile, type OpenedFile, type OpenError } from '../exchange/openCase.ts'
import { bytesOf } from '../platform/files.ts'
import { useServices } from '../store/session.tsx'

export type FileProblem = OpenError | { reason: 'unreadable' }
export type FileOutcome = { ok: true; opened: OpenedFile } | { ok: false; problem: FileProblem }

/** Reads a file that somebody chose. A file that is too large is not read at all. */
export function useOpenFile(): (file: File) => Promise<FileOutcome> {
  const { sha256 } = useServices()
  return useCallback(
    async (file) => {
      if (file.size > MAX_FILE) return { ok: false, problem: { reason: 'tooBig' } }
      const bytes = await bytesOf(file)
      if (bytes === null) return { ok: false, problem: { reason: 'unreadable' } }
      const result = openCaseFile(bytes, sha256)
      return result.ok ? result : { ok: false, problem: result.error }
    },
    [sha256],
  )
}
