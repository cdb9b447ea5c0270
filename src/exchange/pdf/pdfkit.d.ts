/** The part of pdfkit that is used; the package has no types. */
declare module 'pdfkit' {
  export interface StructOptions {
    alt?: string
    actual?: string
    lang?: string
    scope?: 'Row' | 'Column'
    bbox?: readonly [number, number, number, number]
    placement?: string
  }
  export interface Struct {
    add(child: Struct | (() => void)): Struct
    end(): void
  }
  export interface Bookmark {
    addItem(title: string, options: { expanded: boolean }): Bookmark
  }
  export interface ObjectData {
    Type?: unknown
    /** Of a `Filespec`. */
    F?: unknown
    UF?: unknown
    /** Of an `EmbeddedFile`. */
    Params?: Readonly<Record<string, unknown>>
  }
  export default class PDFDocument {
    constructor(options: Readonly<Record<string, unknown>>)
    info: Record<string, unknown>
    _root: { data: Record<string, unknown> }
    _font: {
      font: { glyphForCodePoint(codePoint: number): { id: number } }
      widthOfString(text: string, size: number): number
    }
    outline: Bookmark
    _buffer: Uint8Array[]
    _drain(): void
    emit(event: 'data', chunk: Uint8Array): boolean
    _addInfo(): void
    ref(data?: ObjectData): unknown
    appendXML(xml: string): void
    registerFont(name: string, bytes: Uint8Array): this
    font(name: string, size?: number): this
    text(text: string, x: number, y: number, options: { lineBreak: false; baseline: 'alphabetic' }): this
    fillColor(color: string): this
    strokeColor(color: string): this
    lineWidth(width: number): this
    dash(length: number, options?: { space?: number }): this
    undash(): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    rect(x: number, y: number, width: number, height: number): this
    circle(x: number, y: number, radius: number): this
    closePath(): this
    fill(): this
    stroke(): this
    fillAndStroke(): this
    clip(): this
    save(): this
    restore(): this
    struct(type: string, options?: StructOptions): Struct
    addStructure(struct: Struct): this
    addContent(operators: string): this
    markContent(tag: string, options?: { type: string }): this
    endMarkedContent(): this
    addPage(): this
    switchToPage(at: number): this
    bufferedPageRange(): { count: number }
    file(
      bytes: Uint8Array,
      options: {
        name: string
        type: string
        relationship: string
        description: string
        creationDate: Date
        modifiedDate: Date
      },
    ): unknown
    image(jpeg: Uint8Array, x: number, y: number, options: { width: number; height: number }): this
    link(
      x: number,
      y: number,
      width: number,
      height: number,
      address: string,
      options: { structParent: Struct; Contents: object },
    ): this
    end(): void
  }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit'
  export function toBytes(document: PDFDocument): Promise<Uint8Array>
}
