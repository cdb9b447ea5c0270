import { isToldByLog } from '../../domain/areas/partner/toDraft.ts'
import { nonBlank } from '../../domain/case/answer.ts'
import type { Answers } from '../../domain/case/answers.ts'
import type { ProposedContact } from '../../domain/sources/proposedContacts.ts'
import { isSamePerson } from '../../domain/sources/whoWrote.ts'
import type { Opened } from '../../store/openCaseContext.tsx'
import { addRows } from '../../store/rowCommands.ts'
import type { Services } from '../../store/session.tsx'
import { attach } from '../../wizard/evidence/attach.ts'
import type { ProposalChoice } from './useMails.ts'

interface Chosen {
  proposal: ProposedContact
  choice: ProposalChoice
}

/** What belongs to the other side's rows alone is not said of ours. */
function rowOf({ proposal: { row }, choice: { isKept, files, ...choice } }: Chosen) {
  const now = { ...row, ...choice }
  if (now.from !== 'partner') Object.assign(now, { answer: null, autoSays: null, promised: null })
  if (now.from !== 'merchant') Object.assign(now, { concernStated: null, answerBy: null })
  else if (now.concernStated === null) now.concernStated = 'no'
  if (now.answer !== 'plan' && now.answer !== 'auto') now.promised = null
  if (now.answer !== 'auto') now.autoSays = null
  return now
}

/** The people of the partner who wrote, with their roles, where they are not known yet. */
function withPeople(answers: Answers, chosen: readonly Chosen[]): Answers {
  const people = [...(answers.about.partnerPeople ?? [])]
  for (const each of chosen) {
    const { role, entry } = each.proposal
    const name = nonBlank(entry.from?.name ?? null)
    if (rowOf(each).from !== 'partner' || name === null || role === null) continue
    if (!people.some((person) => isSamePerson(person.name, name))) people.push({ name, role })
  }
  return people.length === (answers.about.partnerPeople ?? []).length
    ? answers
    : { ...answers, about: { ...answers.about, partnerPeople: people } }
}

const withWriter = (answers: Answers, writer: { name: string; address: string } | null): Answers =>
  writer === null ? answers : { ...answers, about: { ...answers.about, name: writer.name, email: writer.address } }

const withTold = (answers: Answers): Answers =>
  isToldByLog(answers) ? { ...answers, partner: { ...answers.partner, told: 'yes' } } : answers

export interface AddedContacts {
  ids: readonly string[]
  /** Files that could not be attached, by their names. */
  notAttached: readonly string[]
}

/** Adds all of them in one change, then the files; null if nothing was changed. */
export async function addContacts(
  chosen: readonly Chosen[],
  writer: { name: string; address: string } | null,
  { store, keeper, fileTools }: Opened,
  services: Services,
): Promise<AddedContacts | null> {
  const rows = chosen.map(rowOf)
  const ids = addRows(store, 'partner.log', rows, services.newId, (answers) =>
    withTold(withWriter(withPeople(answers, chosen), writer)),
  )
  if (ids === null) return null
  const notAttached: string[] = []
  const attachAll = async () => {
    for (const [at, { proposal, choice }] of chosen.entries())
      for (const place of choice.files ?? []) {
        const { name, bytes } = proposal.entry.files[place] ?? { name: '', bytes: null }
        if (bytes === null) continue
        const address = `partner.log.${ids[at]}.evidence`
        const to = async () => ({ address, store, tools: await fileTools(), services })
        if ('why' in (await attach(new File([bytes], name), to, store))) notAttached.push(name)
      }
  }
  await keeper.hold(attachAll())
  return { ids, notAttached }
}
