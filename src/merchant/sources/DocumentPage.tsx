import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Opening } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { takeHandedFiles } from '../../store/handedFiles.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { focusOn } from '../../ui/focus.ts'
import { TextInput } from '../../ui/TextInput.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { DocumentReader } from './DocumentReader.tsx'
import { useDocument } from './useDocument.ts'

const ACCEPT = '.pdf,.docx,.txt,.md,.markdown,.html,application/pdf,text/plain,text/markdown'

/** `#/case/:id/scope/read`: the scope document as text to read; what is pressed in it becomes a deliverable. */
export function DocumentPage() {
  const { t } = useTranslation()
  const { language } = useWords()
  const { clock } = useServices()
  const id = useOpenCase((state) => state.case.id)
  const note = useNote(id, 'pastedDocument')
  const { store } = useOpened()
  const source = useDocument({ language, today: clock.today() })
  const [password, setPassword] = useState('')
  const { document, problem, isReading, file, name } = source
  const isLocked = problem === 'locked' || problem === 'wrongPassword'
  const read = async (chosen: Blob, called: string | null, secret: string | null = null) => {
    const result = await source.read(chosen, called, secret)
    setPassword('')
    focusOn(
      result.ok ? 'read' : result.reason === 'locked' || result.reason === 'wrongPassword' ? 'password' : 'problem',
    )
  }
  const first = useRef(read)
  useEffect(() => {
    const [handed] = takeHandedFiles(store)
    if (handed !== undefined) void first.current(handed, handed.name)
  }, [store])
  if (note.text === null) return <Opening />
  const chooser = (
    <FileChooser
      id="document"
      label={t('sources:document.choose')}
      hint={t('sources:document.accepts')}
      button={t('sources:file')}
      also={t('sources:tickets.drop')}
      accept={ACCEPT}
      onFiles={([chosen]) => chosen !== undefined && void read(chosen, chosen.name)}
    />
  )
  return (
    <>
      <PageHead back={caseAddress(id, 'scope/deliverables')}>{t('sources:document.heading')}</PageHead>
      {document === null && <p className="lead">{t('sources:document.lead')}</p>}
      {document !== null ? <Disclosure summary={t('sources:another')}>{chooser}</Disclosure> : chooser}
      <Disclosure summary={t('sources:document.orPaste')} isOpen={note.text !== '' || !note.isKept}>
        <Field id="pasted" label={t('sources:document.pasted')}>
          {(wiring) => <TextInput {...wiring} multiline value={note.text ?? ''} onText={note.write} />}
        </Field>
        {!note.isKept && <p className="note">{t('common:save.error')}</p>}
        <p>
          <Button isOff={note.text.trim() === ''} onClick={() => void read(new Blob([note.text ?? '']), null)}>
            {t('sources:document.readPasted')}
          </Button>
        </p>
      </Disclosure>
      <div role="status">{isReading && <p>{t('sources:document.reading')}</p>}</div>
      <div role="alert">
        {problem !== null && (
          <p className="field-error" id="problem" tabIndex={-1}>
            {t(`sources:document.why.${problem}`, { name: name ?? t('sources:document.thePasted') })}
          </p>
        )}
      </div>
      {isLocked && file !== null && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void read(file, name, password)
          }}
        >
          <Field id="password" label={t('sources:document.password')}>
            {(wiring) => <TextInput {...wiring} exact value={password} onText={setPassword} />}
          </Field>
          <Button type="submit" isMain>
            {t('sources:document.open')}
          </Button>
        </form>
      )}
      {document !== null && <DocumentReader source={{ ...source, document }} />}
    </>
  )
}
