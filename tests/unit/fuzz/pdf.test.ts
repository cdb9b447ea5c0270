import { describe, expect, it } from 'vitest'
import { PATIENCE, tryOut } from '../../fuzz/campaign.ts'
import { caseBytes, pdfs, replyBytes } from '../../fuzz/corpus.ts'
import { openedWell } from '../../fuzz/opened.ts'
import { around, changedPdf, lean } from '../../fuzz/pdf.ts'
import { randomOf } from '../../fuzz/random.ts'

const whole = await pdfs()

describe('a PDF that somebody or something has changed', () => {
  it('carries the case without its pages as well as with them', () => {
    for (const pdf of whole) expect(openedWell(lean(pdf))).toBe(openedWell(pdf))
  })

  it('gives the case in whichever way it is stored', () => {
    const random = randomOf(1)
    for (let left = 40; left > 0; left -= 1)
      expect(openedWell(around(caseBytes[0] ?? replyBytes, random))).toMatch(/^opened .* unchanged/)
  })

  it(
    'opens with what it says, or is refused for a reason that is known',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'PDF',
        corpus: whole.map(lean),
        mutate: changedPdf([...caseBytes, replyBytes]),
        outcome: openedWell,
        most: 150_000,
      })
      for (const reason of ['isPdf', 'pdfDamaged', 'tooComplex', 'truncated', 'notJson'])
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
