import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ANSWERS } from '../../domain/areas/partner/schema.ts'
import type { Deliverable } from '../../domain/areas/scope/schema.ts'
import { nonBlank } from '../../domain/case/answer.ts'
import { markedText, type ProposedContact } from '../../domain/sources/proposedContacts.ts'
import type { Side } from '../../domain/sources/whoWrote.ts'
import { sizeWords } from '../../i18n/fileWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { Tick } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { inPlace } from '../../ui/Growing.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { OwnText } from '../../ui/UserText.tsx'
import type { ProposalChoice } from './useMails.ts'

interface ProposedRowProps {
  words: Words
  proposal: ProposedContact
  deliverables: readonly Deliverable[]
  choice: ProposalChoice | undefined
  isTaken: boolean
  onChoose: (key: string, choice: ProposalChoice) => void
  onSay: (key: string, side: Side | null) => void
}

const SIDES = ['merchant', 'partner', 'other'] as const

/** The handlers do the same at every render. */
const isSameProposal = (a: ProposedRowProps, b: ProposedRowProps) =>
  (['words', 'proposal', 'choice', 'isTaken', 'deliverables'] as const).every((name) => a[name] === b[name])

/** One message, as the entry of the log that it may become; everything that was guessed can be changed in place. */
export const ProposedRow = memo(Proposed, isSameProposal)

function Proposed({ words, proposal, deliverables, choice, isTaken, onChoose, onSay }: ProposedRowProps) {
  const { t } = useTranslation()
  const { formats, translate } = words
  const { key, entry, row, because, leftOut } = proposal
  const now = { ...row, ...choice }
  const at = useId()
  const choose = (change: ProposalChoice) => onChoose(key, change)
  const day = typeof now.date === 'string' ? formats.date(now.date) : entry.dayTyped
  const who = entry.from?.name ?? entry.from?.address
  const about = now.about ?? []
  const label = t('sources:mails.row', {
    day: day ?? t('sources:mails.noDay'),
    who: who ?? t('sources:mails.noSender'),
  })
  const isTheirs = now.from === 'partner'
  return (
    <li>
      <Tick
        id={at}
        label={label}
        ticked={isTaken}
        onTick={(isKept) => choose({ isKept })}
        describedBy={`${at}-facts`}
      />
      <p className="row-facts" id={`${at}-facts`}>
        <span>{translate(`partner:questions.log.channel.choices.${row.channel}`)}</span>
        {entry.subject !== null && (
          <span>
            <OwnText text={entry.subject} lang={undefined} />
          </span>
        )}
        {proposal.role !== null && <span>{proposal.role}</span>}
        {entry.isQuoted && <span>{t('sources:mails.quoted')}</span>}
        {leftOut !== null && <span>{t(`sources:mails.leftOut.${leftOut}`)}</span>}
      </p>
      {row.text !== null && (
        <p className="own proposed-text" dir="auto">
          {markedText(row.text, because).map(({ text, isMarked }, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text
            isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
          )}
        </p>
      )}
      {isTaken && (
        <div className="proposed-answers">
          <SelectField<Side>
            id={`${at}-from`}
            label={t('sources:mails.from')}
            about={label}
            chosen={now.from}
            none={t('sources:mails.chooseSide')}
            choices={SIDES.map((id) => ({ id, label: translate(`partner:questions.log.from.choices.${id}`) }))}
            onChoose={(from) => onSay(key, from)}
          />
          {now.from === 'merchant' && (
            <Tick
              id={`${at}-told`}
              label={t('sources:mails.told')}
              ticked={now.concernStated === 'yes'}
              onTick={(ticked) => choose({ concernStated: ticked ? 'yes' : 'no' })}
            />
          )}
          {now.from === 'merchant' && row.answerBy !== null && (
            <Tick
              id={`${at}-by`}
              label={t('sources:mails.answerBy', { day: formats.date(String(row.answerBy)) })}
              ticked={now.answerBy !== null}
              onTick={(ticked) => choose({ answerBy: ticked ? row.answerBy : null })}
            />
          )}
          {isTheirs && (
            <SelectField
              id={`${at}-answer`}
              label={translate('partner:questions.log.answer.label')}
              about={label}
              chosen={now.answer}
              none={t('sources:mails.noAnswer')}
              choices={ANSWERS.map((id) => ({ id, label: translate(`partner:questions.log.answer.choices.${id}`) }))}
              onChoose={(answer) => choose({ answer })}
            />
          )}
          {isTheirs && typeof row.promised === 'string' && (now.answer === 'plan' || now.answer === 'auto') && (
            <Tick
              id={`${at}-promised`}
              label={t(`sources:mails.${now.answer === 'plan' ? 'promised' : 'awayUntil'}`, {
                day: formats.date(row.promised),
              })}
              ticked={now.promised !== null}
              onTick={(ticked) => choose({ promised: ticked ? row.promised : null })}
            />
          )}
          {deliverables.length > 1 && (
            <Disclosure
              summary={aboutSummary(words, deliverables, about)}
              about={label}
              isOpen={isTheirs && row.about === null}
            >
              {deliverables.map(({ id, title, code }) => (
                <Tick
                  key={id}
                  id={`${at}-about-${code}`}
                  label={`S${code} ${nonBlank(title) ?? ''}`}
                  ticked={about.includes(id)}
                  onTick={(ticked) => choose({ about: ticked ? [...about, id] : about.filter((each) => each !== id) })}
                />
              ))}
            </Disclosure>
          )}
          {inPlace([...entry.files.entries()], ([index, { name, size, bytes }]) =>
            bytes === null ? (
              <p className="note">{t('sources:mails.tooLarge', { name, size: sizeWords(words, size) })}</p>
            ) : (
              <Tick
                id={`${at}-file-${index}`}
                label={t('sources:mails.attach', { name, size: sizeWords(words, size) })}
                ticked={choice?.files?.includes(index) === true}
                onTick={(ticked) => {
                  const others = (choice?.files ?? []).filter((each) => each !== index)
                  choose({ files: ticked ? [...others, index] : others })
                }}
              />
            ),
          )}
        </div>
      )}
    </li>
  )
}

function aboutSummary(
  { formats, translate }: Words,
  deliverables: readonly Deliverable[],
  about: readonly string[],
): string {
  const titles = deliverables
    .filter(({ id }) => about.includes(id))
    .map(({ title, code }) => nonBlank(title) ?? `S${code}`)
  return titles.length === 0
    ? translate('sources:mails.aboutAll')
    : translate('sources:mails.about', { about: formats.list(titles) })
}
