import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { setAnswer } from '../../../src/domain/case/address.ts'
import type { Case } from '../../../src/domain/case/case.ts'
import { readReplies } from '../../../src/domain/reply/readReply.ts'
import { type Head, sealed } from '../../../src/platform/storedRecords.ts'
import { aCase } from '../../support/aCase.ts'
import { freshDatabase, keptOf, loaded, opened, overwrite, records } from '../../support/database.ts'

beforeEach(freshDatabase)

const entry = (id: number, size = 10) => ({ reply: { replyId: `r${id}`, text: 'x'.repeat(size) }, said: {} })
const withReplies = (...replies: readonly unknown[]): Case => ({
  ...aCase(),
  replies: readReplies(replies),
})
const back = async () => (await loaded(await opened())).case.replies.map(({ raw }) => raw)

/** How many characters of JSON a piece of work puts into the database. */
async function written(work: () => Promise<unknown>): Promise<number> {
  let count = 0
  const { add, put } = IDBObjectStore.prototype
  const counting = (real: typeof put) =>
    function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
      count += JSON.stringify(given[0]).length
      return real.apply(this, given)
    }
  IDBObjectStore.prototype.add = counting(add)
  IDBObjectStore.prototype.put = counting(put)
  await work().finally(() => Object.assign(IDBObjectStore.prototype, { add, put }))
  return count
}

describe('the replies of a case in the browser (L-32)', () => {
  it('are not written again with every letter, however large they are', async () => {
    const typed = async (begin: Case) => {
      freshDatabase()
      const storage = await opened()
      let current = begin
      await storage.save(keptOf(current), 0, 1)
      return written(async () => {
        for (let at = 1; at <= 20; at += 1) {
          current = { ...current, answers: setAnswer(current.answers, 'request.ask', 'x'.repeat(at)) }
          expect(await storage.save(keptOf(current), at, at + 1)).toMatchObject({ ok: true })
        }
      })
    }
    const without = await typed(withReplies())
    const large = await typed(withReplies(entry(1, 2_000_000)))
    // The head names the record of the reply, here and in the history.
    expect(large - without).toBeLessThan(20 * 100)
  })

  it('come back as they are when they are added, answered and removed, and nothing is left behind', async () => {
    const storage = await opened()
    const [first, second, third] = [entry(1), entry(2), entry(3)]
    const said = { ...second, said: { q1: 'Yes' } }
    const steps = [[], [first], [first, second], [first, said], [first, said, third], [said, third], [third], []]
    for (const [saveNo, replies] of steps.entries()) {
      expect(await storage.save(keptOf(withReplies(...replies)), saveNo, saveNo + 1)).toMatchObject({
        ok: true,
      })
      expect(await back()).toEqual(replies)
      expect(await records('rows')).toHaveLength(replies.length)
    }
  })

  it('are read where an earlier version has put them, and lie apart after the next save', async () => {
    const storage = await opened()
    await storage.save(keptOf(withReplies()), 0, 1)
    const [head] = (await records('cases')) as unknown as Head[]
    if (head === undefined) throw new Error('no head')
    const inHead = { ...head, content: { ...head.content, replies: [entry(1), entry(2)] } }
    await overwrite('cases', sealed(inHead))
    const again = await opened()
    const { case: current } = await loaded(again)
    expect(current.replies.map(({ raw }) => raw)).toEqual([entry(1), entry(2)])
    await again.save(keptOf({ ...current, language: 'sv' }), 1, 2)
    expect(await back()).toEqual([entry(1), entry(2)])
    expect(await records('rows')).toHaveLength(2)
    const [after] = (await records('cases')) as unknown as Head[]
    expect(JSON.stringify(after)).not.toContain('replyId')
  })

  it('are brought back from the history where a record is damaged or gone', async () => {
    const storage = await opened()
    await storage.save(keptOf(withReplies(entry(1), entry(2))), 0, 1)
    const [row] = await records('rows')
    await overwrite('rows', { ...row, row: { id: '0', code: 0, entry: 'rotten' } })
    expect(await back()).toEqual([entry(1), entry(2)])

    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('case-v1')
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('rows', 'readwrite')
        transaction.objectStore('rows').delete(['case-1', 'replies', '1'])
        transaction.oncomplete = () => {
          opening.result.close()
          resolve()
        }
      }
    })
    expect(await back()).toEqual([entry(1), entry(2)])
  })

  it('are in an earlier version as they were', async () => {
    const storage = await opened()
    await storage.save(keptOf(withReplies(entry(1))), 0, 1)
    await storage.keepVersion('case-1', 'handOver', 2)
    await storage.save(keptOf(withReplies()), 1, 3)
    const [version] = await storage.versions('case-1')
    if (version === undefined) throw new Error('no version')
    expect((await storage.version('case-1', version))?.case.replies).toMatchObject([{ raw: entry(1) }])
  })
})
