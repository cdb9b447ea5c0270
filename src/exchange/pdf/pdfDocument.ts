import { hexToBytes } from '@noble/hashes/utils.js'
import PDFDocument, { type ObjectData } from 'pdfkit'

const escapeXml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** What pdfkit writes otherwise than PDF/A-3a, PDF/UA-1 and their readers want. */
export class Document extends PDFDocument {
  /** Emits everything at once: pdfkit shifts the array once per chunk, which takes quadratic time. */
  override _drain() {
    const ready = this._buffer
    this._buffer = []
    for (const chunk of ready) this.emit('data', chunk)
    super._drain()
  }

  /** By the name in the file. */
  shownNames: ReadonlyMap<string, string> = new Map()

  /** pdfkit writes checksums as hexadecimal text, and one name for the reader and the program. */
  override ref(data?: ObjectData) {
    const { Type, Params, F } = data ?? {}
    if (Type === 'EmbeddedFile')
      return super.ref({ ...data, Params: { ...Params, CheckSum: hexToBytes(String(Params?.CheckSum)) } })
    if (Type === 'Filespec') return super.ref({ ...data, UF: Object(this.shownNames.get(String(F)) ?? F) })
    return super.ref(data)
  }

  /** pdfkit writes these into the XML metadata unescaped. */
  override _addInfo() {
    const { info } = this
    const escaped = Object.entries(info).map(([name, value]) => [
      name,
      typeof value === 'string' ? escapeXml(value) : value,
    ])
    this.info = Object.fromEntries(escaped)
    super._addInfo()
    this.info = info
  }
}

/** Declares PDF/UA-1, with the extension schema that PDF/A-3a requires for it. */
export const ACCESSIBLE = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`
