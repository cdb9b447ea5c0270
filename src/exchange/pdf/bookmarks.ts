import type PDFDocument from 'pdfkit'
import type { Bookmark } from 'pdfkit'

/** Of a bookmark, in characters. */
const BOOKMARK = 60

/** Bookmarks to the parts and, folded in, to the rows behind the first page. */
export function bookmarks({ outline }: PDFDocument) {
  const open: Bookmark[] = []
  return (isBehind: boolean) => (level: number, text: string) => {
    if (level > 1 && !isBehind) return
    // Level 2 stands next to the title of the document.
    const depth = Math.max(0, level - 2)
    const parent = open[Math.min(depth, open.length) - 1] ?? outline
    const characters = [...text]
    const name = characters.length > BOOKMARK ? `${characters.slice(0, BOOKMARK).join('').trimEnd()} …` : text
    open.splice(depth)
    open.push(parent.addItem(name, { expanded: false }))
  }
}
