import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { drawableText } from '../../../src/exchange/pdf/drawableText.ts'
import { notDrawn } from '../../../src/exchange/pdf/notDrawn.ts'
import { registerFaces } from '../../../src/exchange/pdf/pdfFonts.ts'

describe('what a PDF cannot draw is known without its fonts', () => {
  it('for every character that there is', async () => {
    const faces = await registerFaces(new PDFDocument({ font: null }), ['Ж'])
    const others: string[] = []
    for (let code = 0x20; code <= 0x1ffff; code += 1) {
      const character = String.fromCodePoint(code)
      const drawn = [...drawableText(character)]
      const boxes = drawn.filter((each) => each !== '\n' && faces.runsOf(each, 'plain').some((run) => run.isMissing))
      if (notDrawn(character).join('') !== boxes.join('')) others.push(`U+${code.toString(16)}`)
    }
    expect(others).toEqual([])
  })

  it('each once, and not what is drawn as something else', () => {
    expect(notDrawn('Påse ﬁn ✅ Łódź Ж ▪ ½\r\n\tslut')).toEqual([])
    expect(notDrawn('你好，你 שלום 😷')).toEqual(['你', '好', 'ש', 'ל', 'ו', 'ם', '😷'])
  })
})
