import { beforeAll, describe, expect, it } from 'vitest'
import { type Lock, lockedFileOf, lockOf } from '../../../src/domain/case/encryptedFile.ts'
import { lock, unlock } from '../../../src/platform/encryption.ts'
import { PATIENCE, tryOut } from '../../fuzz/campaign.ts'
import { caseBytes, replyBytes, summedReplyBytes } from '../../fuzz/corpus.ts'
import { changedJson, parsed } from '../../fuzz/json.ts'
import { must, openedWell } from '../../fuzz/opened.ts'
import { randomOf } from '../../fuzz/random.ts'
import { bytesOfText } from '../../support/aFile.ts'

const secret = caseBytes[0] ?? new Uint8Array()
const PASSPHRASE = 'abcd-efgh-2345'
let locked: Lock
beforeAll(async () => {
  locked = await lock(secret, PASSPHRASE)
})
const lockedBytes = () => bytesOfText(JSON.stringify(lockedFileOf(locked)))

describe('a reply that somebody or something has changed', () => {
  it(
    'is read as it stands and can be kept, or is refused for a reason that is known',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'reply',
        corpus: [replyBytes, summedReplyBytes],
        mutate: changedJson,
        outcome: openedWell,
      })
      for (const reason of ['truncated', 'notJson', 'wrongFile', 'newer', 'replyChanged'])
        expect(outcomes.get(reason), reason).toBeGreaterThan(0)
      expect([...outcomes.keys()].filter((what) => what.startsWith('reply')).length).toBeGreaterThan(5)
    },
    PATIENCE,
  )
})

describe('a locked file that somebody or something has changed', () => {
  it(
    'asks for its passphrase only with a lock that can be tried, or is refused',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'locked file',
        corpus: [lockedBytes()],
        mutate: changedJson,
        outcome: (bytes) => {
          const found = lockOf(parsed(bytes))
          must(found === null || (found.iterations >= 100_000 && found.iterations <= 5_000_000), 'too many rounds')
          return openedWell(bytes)
        },
      })
      expect(outcomes.get('locked')).toBeGreaterThan(0)
    },
    PATIENCE,
  )

  it(
    'opens with what was locked, or not at all',
    async () => {
      const random = randomOf(1)
      const tried = new Set<string>()
      // Each costs as much as somebody's guess, so they are few.
      for (let left = 300; left > 0 && tried.size < 8; left -= 1) {
        const found = lockOf(parsed(changedJson(lockedBytes(), random, [replyBytes])))
        if (found === null || tried.has(JSON.stringify(found)) || found.iterations > 1_000_000) continue
        tried.add(JSON.stringify(found))
        const opened = await unlock(found, PASSPHRASE)
        if (JSON.stringify(found) === JSON.stringify(locked)) expect(opened).toEqual(secret)
        else expect(opened).toBeNull()
      }
      expect(tried.size).toBe(8)
    },
    PATIENCE,
  )
})
