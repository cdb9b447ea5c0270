import { sha256 as hash } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of bytes, in hexadecimal. Works without a secure connection, where the browser's own does not. */
export const sha256Of = (bytes: Uint8Array): string => bytesToHex(hash(bytes))

/** SHA-256 of a text as UTF-8. */
export const sha256 = (text: string): string => sha256Of(utf8ToBytes(text))
