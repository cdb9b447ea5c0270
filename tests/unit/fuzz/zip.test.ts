import { describe, expect, it } from 'vitest'
import { PATIENCE, tryOut } from '../../fuzz/campaign.ts'
import { archive, caseBytes, replyBytes } from '../../fuzz/corpus.ts'
import { openedWell } from '../../fuzz/opened.ts'
import { changedZip } from '../../fuzz/zip.ts'

const zip = await archive()

describe('a ZIP that somebody or something has changed', () => {
  it(
    'opens with what it says, or is refused for a reason that is known',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'ZIP',
        corpus: [zip],
        mutate: changedZip([...caseBytes.slice(0, 3), replyBytes], zip),
        outcome: openedWell,
        most: 150_000,
      })
      for (const reason of ['isZip', 'zipDamaged', 'severalInZip', 'zipPassword', 'encoding'])
        expect(outcomes.get(reason), reason).toBeGreaterThan(0)
      const all = [...outcomes.keys()]
      for (const what of ['rescued', 'damaged', 'missing', 'reply'])
        expect(
          all.some((each) => each.includes(what)),
          what,
        ).toBe(true)
    },
    PATIENCE,
  )
})
