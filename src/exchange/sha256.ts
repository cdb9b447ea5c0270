import { sha256 as hash } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** In hexadecimal. Unlike `crypto.subtle` it works without a secure connection. */
export const sha256Of = (bytes: Uint8Array): string => bytesToHex(hash(bytes))

export const sha256 = (text: string): string => sha256Of(utf8ToBytes(text))
