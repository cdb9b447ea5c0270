// In the place of `iconv-lite`, which the reader of Outlook's files asks for: the browser knows the code pages.
export const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
