// Rewrites a PDF with pdf-lib or its successor: `node pdfLib.mjs PACKAGE CHANGE IN OUT`.
import { readFileSync, writeFileSync } from 'node:fs'

const [name, change, from, to] = process.argv.slice(2)
const { PDFDocument } = await import(name)

const CHANGES = {
  save: (document) => document.save(),
  unpacked: (document) => document.save({ useObjectStreams: false }),
  changed: (document) => {
    document.setTitle('Another title')
    document.addPage()
    return document.save()
  },
  copied: async (document) => {
    const made = await PDFDocument.create()
    for (const page of await made.copyPages(document, document.getPageIndices())) made.addPage(page)
    return made.save()
  },
}

writeFileSync(to, await CHANGES[change](await PDFDocument.load(readFileSync(from))))
