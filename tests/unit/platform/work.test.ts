import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { setAnswer } from '../../../src/domain/case/address.ts'
import { aCase } from '../../support/aCase.ts'
import { freshDatabase, keptOf, loaded, opened } from '../../support/database.ts'

/** What a save asks the database for: counted, not timed. */
async function requestsOfASave(rows: number): Promise<Record<string, number>> {
  freshDatabase()
  const examples = Array.from({ length: rows }, (_, at) => ({ title: `Example ${at}` }))
  const first = await opened()
  await first.save(keptOf(aCase({}, { 'examples.items': examples })), 0, 1)
  const storage = await opened()
  const kept = await loaded(storage)
  const current = kept.case
  const row = current.answers.examples.items[Math.floor(rows / 2)]
  const answers = setAnswer(current.answers, `examples.items.${row?.id}.title`, 'Changed')
  const counts: Record<string, number> = {}
  const names = ['put', 'add', 'get', 'getAll', 'delete'] as const
  const originals = names.map((name) => IDBObjectStore.prototype[name])
  for (const [at, name] of names.entries())
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...given: never[]) {
      counts[`${name} ${this.name}`] = (counts[`${name} ${this.name}`] ?? 0) + 1
      return (originals[at] as (...all: never[]) => IDBRequest).apply(this, given)
    } as never
  await storage.save({ ...kept, case: { ...current, answers } }, 1, 2)
  for (const [at, name] of names.entries()) IDBObjectStore.prototype[name] = originals[at] as never
  return counts
}

it('a key in a row writes that row, the head and one entry of the history, however many rows there are', async () => {
  const wanted = { 'add changes': 1, 'put cases': 1, 'get cases': 2, 'put rows': 1, 'get rows': 1 }
  for (const rows of [1, 10, 100, 1_000]) expect(await requestsOfASave(rows), `${rows} rows`).toEqual(wanted)
})
