import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { nonBlank } from '../../domain/case/answer.ts'
import { ownWriter, proposalsOf } from '../../domain/sources/contactsFromMails.ts'
import { distinctEntries } from '../../domain/sources/distinctEntries.ts'
import { NO_MESSAGE } from '../../domain/sources/foundMessage.ts'
import { entriesIn } from '../../domain/sources/mailEntries.ts'
import { Opening } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Tick } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { focusOn } from '../../ui/focus.ts'
import { useGrowing } from '../../ui/Growing.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { useOnce } from '../../ui/useOnce.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { addContacts } from './addContacts.ts'
import { ProposedRow } from './ProposedRow.tsx'
import { SourceFaults } from './SourceFaults.tsx'
import { useMails } from './useMails.ts'
import { WhoIsWho } from './WhoIsWho.tsx'

const LOG = 'partner/log'
const ROWS_AT_A_TIME = 20
/** What file choosers offer first. */
const ACCEPT = '.eml,.msg,.mbox,.ics,.zip,.emlx,.txt,message/rfc822,text/calendar'

/** `#/case/:id/partner/mails`: mails, invitations and pasted threads become proposed entries of the contact log. */
export function MailsPage() {
  const { t } = useTranslation()
  const words = useWords()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const opened = useOpened()
  const services = useServices()
  const { id, answers } = useOpenCase((state) => state.case)
  const today = services.clock.today()
  const { language } = words
  const note = useNote(id, 'pastedMail')
  const mails = useMails(language, today)
  const pastedText = useDeferredValue(note.text ?? '')
  const pasted = useMemo(
    () => (pastedText.trim() === '' ? [] : entriesIn({ ...NO_MESSAGE, text: pastedText }, { language, today })),
    [pastedText, language, today],
  )
  const entries = useMemo(
    () => (pasted.length === 0 ? mails.entries : distinctEntries([...mails.entries, ...pasted])),
    [mails.entries, pasted],
  )
  const { groups, proposals } = useMemo(
    () => proposalsOf(entries, mails.senders, answers, today),
    [entries, mails.senders, answers, today],
  )
  const [takesWriter, setTakesWriter] = useState(true)
  const shown = useGrowing(proposals.length, ROWS_AT_A_TIME, ROWS_AT_A_TIME)
  const isTaken = (each: (typeof proposals)[number]) => mails.choices.get(each.key)?.isKept ?? each.leftOut === null
  const taken = proposals.filter(isTaken)
  const isUnnamed = nonBlank(answers.about.name) === null && nonBlank(answers.about.email) === null
  const writer = isUnnamed ? ownWriter(taken) : null
  const unknown = taken.filter(({ row }) => row.from === null).length

  const add = useOnce(async () => {
    const chosen = taken.map((proposal) => ({ proposal, choice: mails.choices.get(proposal.key) ?? {} }))
    const added = await addContacts(chosen, takesWriter ? writer : null, opened, services)
    if (added === null) return false
    const { ids, notAttached } = added
    mails.forget()
    note.write('')
    void opened.keeper.flush()
    announce(t('sources:mails.added', { count: ids.length }))
    navigate(caseAddress(id, LOG), { state: { added: ids, notAttached } })
    return true
  })
  if (note.text === null) return <Opening />
  const { reading } = mails
  const chooser = (
    <FileChooser
      id="mails"
      label={t('sources:mails.choose')}
      hint={t('sources:mails.accepts')}
      button={t('sources:files')}
      folder={t('sources:folder')}
      also={t('sources:mails.drop')}
      multiple
      accept={ACCEPT}
      onFiles={(files) => void mails.read(files).then(() => focusOn('found'))}
    />
  )
  return (
    <>
      <PageHead back={caseAddress(id, LOG)}>{t('sources:mails.heading')}</PageHead>
      {proposals.length === 0 && <p className="lead">{t('sources:mails.lead')}</p>}
      {proposals.length > 0 ? <Disclosure summary={t('sources:more')}>{chooser}</Disclosure> : chooser}
      <div role="status">
        {reading !== null && <p>{t('sources:reading', { done: reading.done, count: reading.count })}</p>}
      </div>
      {reading !== null && (
        <>
          <progress
            className="progress"
            value={reading.done}
            max={reading.count}
            aria-label={t('sources:mails.choose')}
          />
          <p>
            <Button onClick={mails.cancel}>{t('common:cancel')}</Button>
          </p>
        </>
      )}
      <Disclosure summary={t('sources:mails.orPaste')} isOpen={note.text !== '' || !note.isKept}>
        <Field id="pasted" label={t('sources:mails.pasted')} hint={t('sources:mails.pastedHint')}>
          {(wiring) => <TextInput {...wiring} multiline value={note.text ?? ''} onText={note.write} />}
        </Field>
        {!note.isKept && <p className="note">{t('common:save.error')}</p>}
      </Disclosure>
      <SourceFaults faults={mails.faults} />
      {proposals.length > 0 && (
        <>
          <h2 id="found" tabIndex={-1}>
            {t('sources:mails.found', { count: proposals.length })}
          </h2>
          <p>{t('sources:mails.check')}</p>
          <WhoIsWho groups={groups} onSay={mails.say} />
          {writer !== null && (
            <Tick
              id="takes-writer"
              label={t('sources:mails.takesWriter', writer)}
              ticked={takesWriter}
              onTick={setTakesWriter}
            />
          )}
          <ol className="rows proposals">
            {proposals.slice(0, shown).map((proposal) => (
              <ProposedRow
                key={proposal.key}
                {...{ words, proposal }}
                deliverables={answers.scope.deliverables}
                choice={mails.choices.get(proposal.key)}
                isTaken={isTaken(proposal)}
                onChoose={mails.choose}
                onSay={mails.say}
              />
            ))}
          </ol>
          <div className="actions in-sight">
            {unknown > 0 && <span>{t('sources:mails.unknown', { count: unknown })}</span>}
            <Button isMain isOff={taken.length === 0} onClick={() => add()}>
              {t('sources:mails.add', { count: taken.length })}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
