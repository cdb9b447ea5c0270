import type { Case } from '../domain/case/case.ts'
import type { OpenCaseStore } from './openCase.ts'

/** Takes the answers of an earlier version. What was handed over stays handed over, and no file is lost by it. */
export const goBackTo = ({ getState }: OpenCaseStore, { answers, evidence, language }: Case): boolean =>
  getState().change(({ case: current }) => {
    const has = new Set(evidence.map(({ id }) => id))
    const others = current.evidence.filter(({ id }) => !has.has(id))
    return { case: { ...current, answers, language, evidence: [...evidence, ...others] } }
  })

/** Takes over what a hand-over changes; whatever was written while the file was made stays. */
export const handOver = (
  { getState }: OpenCaseStore,
  { revision, ancestors }: Pick<Case, 'revision' | 'ancestors'>,
): boolean => getState().change(({ case: current }) => ({ case: { ...current, revision, ancestors } }))
