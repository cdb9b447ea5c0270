import { sha256 as hash } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of a text as UTF-8, in hexadecimal. Works without a secure connection, where the browser's own does not. */
export const sha256 = (text: string): string => bytesToHex(hash(utf8ToBytes(text)))
