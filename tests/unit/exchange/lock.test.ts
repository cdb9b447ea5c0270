import { describe, expect, it } from 'vitest'
import { type Lock, lockedFileOf, lockOf } from '../../../src/domain/case/encryptedFile.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { lock, newPassphrase, unlock } from '../../../src/platform/encryption.ts'

const secret = new TextEncoder().encode('{"company":"Nordfjäll"}')
const bytesOf = (file: unknown) => new TextEncoder().encode(JSON.stringify(file))
const locked = lock(secret, 'abcd-efgh-2345')

describe('a locked file', () => {
  it('opens with its passphrase and no other (F-23)', async () => {
    expect(await unlock(await locked, 'abcd-efgh-2345')).toEqual(secret)
    expect(await unlock(await locked, ' abcd-efgh-2345 ')).toEqual(secret)
    expect(await unlock(await locked, 'abcd-efgh-2346')).toBeNull()
    expect(await unlock(await locked, '')).toBeNull()
  })

  it('takes a letter with a ring however the keyboard writes it', async () => {
    const file = await lock(secret, 'å'.normalize('NFD').repeat(12))
    expect(await unlock(file, 'å'.repeat(12))).toEqual(secret)
  })

  it('shows nothing of what is in it, and never looks the same twice (X-12)', async () => {
    const text = JSON.stringify(lockedFileOf(await locked))
    expect(text).not.toContain('Nordfj')
    const again = await lock(secret, 'abcd-efgh-2345')
    for (const part of ['salt', 'iv', 'body'] as const) expect(again[part]).not.toBe((await locked)[part])
    // Neither in the letters of the file nor in the bytes that they stand for.
    const bytes = Buffer.from(again.body, 'base64')
    for (const token of ['Nordfj', 'company']) expect(bytes.includes(token), token).toBe(false)
  })

  it('does not open when anything has changed, body or head (X-12, F-23)', async () => {
    const file = await locked
    const changed: Lock[] = [
      { ...file, body: `${file.body.startsWith('A') ? 'B' : 'A'}${file.body.slice(1)}` },
      { ...file, iterations: 100_000 },
      { ...file, iv: file.salt.slice(0, 16) },
      { ...file, salt: `${file.salt.startsWith('A') ? 'B' : 'A'}${file.salt.slice(1)}` },
    ]
    for (const each of changed) expect(await unlock(each, 'abcd-efgh-2345')).toBeNull()
  })

  it('is recognised at the door, and asks for its passphrase', async () => {
    const result = openCaseFile(bytesOf(lockedFileOf(await locked)))
    expect(result).toMatchObject({ is: 'locked', lock: await locked })
  })

  it.each([
    ['a billion rounds', { iterations: 1_000_000_000 }],
    ['too few rounds', { iterations: 1 }],
    ['more rounds than a number of 32 bits holds', { iterations: 2 ** 31 }],
    ['another cipher', { cipher: 'none' }],
    ['a salt of another length', { salt: 'AAAA' }],
    ['no salt', { salt: undefined }],
    ['a body that is no text', { body: 7 }],
  ])('is not tried with %s (F-23)', async (_, change) => {
    const file = { ...lockedFileOf(await locked), locked: { ...(await locked), ...change } }
    expect(lockOf(file)).toBeNull()
    expect(openCaseFile(bytesOf(file)).is).toBe('refused')
  })

  it('is offered a passphrase of a hundred bits without letters that look alike', () => {
    const offered = Array.from({ length: 200 }, newPassphrase)
    for (const each of offered) expect(each).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){4}$/)
    expect(new Set(offered).size).toBe(200)
  })
})
