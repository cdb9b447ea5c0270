import { describe, expect, it } from 'vitest'
import { PATIENCE, tryOut } from '../../fuzz/campaign.ts'
import { caseBytes } from '../../fuzz/corpus.ts'
import { changedJson } from '../../fuzz/json.ts'
import { openedWell } from '../../fuzz/opened.ts'

describe('a case as JSON that somebody or something has changed', () => {
  it(
    'opens with what it says, or is refused for a reason that is known',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'case as JSON',
        corpus: caseBytes,
        mutate: changedJson,
        outcome: openedWell,
      })
      for (const reason of ['truncated', 'notJson', 'tooComplex', 'encoding'])
        expect(outcomes.get(reason), reason).toBeGreaterThan(0)
      expect([...outcomes.keys()].filter((what) => what.startsWith('opened')).length).toBeGreaterThan(50)
    },
    PATIENCE,
  )
})
