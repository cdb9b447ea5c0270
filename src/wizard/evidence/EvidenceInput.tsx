import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EvidenceFile, FILE_LIMITS } from '../../domain/evidence/evidence.ts'
import { sizeWords } from '../../i18n/fileWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { focusOn } from '../../ui/focus.ts'
import { type InputProps, itemsOf } from '../basicInputs.tsx'
import { AttachedFile } from './AttachedFile.tsx'
import { type AttachTo, attach, detach, type NotAdded, putAt } from './attach.ts'
import { changeAttachmentNotes, useAttachmentNotes } from './attachmentNotes.ts'

/** What browsers offer first. With image types listed, iPhones convert HEIC to JPEG. */
const ACCEPT = '.pdf,.png,.jpg,.jpeg,.webp,.txt,.csv,.eml,.msg,.doc,.docx,.xls,.xlsx,image/jpeg,image/png,image/webp'

/** Below this many free bytes, a note says so before files are chosen. */
const LITTLE_ROOM = 10_000_000

export function EvidenceInput({ value, words, said, wiring, answers }: InputProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { store, keeper, fileTools } = useOpened()
  const services = useServices()
  const evidence = useOpenCase((state) => state.case.evidence)
  const [removed, setRemoved] = useState<readonly EvidenceFile[]>([])
  const { redrawn, notAdded: allNotAdded, reading, turn } = useAttachmentNotes(store)
  const [room, setRoom] = useState<number | null>(null)
  useEffect(() => void services.storage.room().then(setRoom), [services])
  const ids = itemsOf<string>(value)
  const files = ids.flatMap((id) => evidence.find((file) => file.id === id) ?? [])
  const earlier = evidence.filter(({ id }) => !ids.includes(id))
  const address = wiring.id
  const notAdded = allNotAdded.get(address) ?? []

  const to = async (): Promise<AttachTo> => ({ address, store, tools: await fileTools(), services })
  const addAll = async (chosen: readonly File[]) => {
    changeAttachmentNotes(store, (before) => ({
      reading: before.reading + 1,
      // Earlier refusals are shown until the next choice; a choice made during reading adds to them.
      ...(before.reading === 0 && { notAdded: new Map(before.notAdded).set(address, []) }),
    }))
    const not: NotAdded[] = []
    for (const file of chosen) {
      const result = await attach(file, to, store)
      if ('why' in result) {
        not.push(result)
        continue
      }
      const { id, redrawn: how } = result
      if (how !== null) changeAttachmentNotes(store, (before) => ({ redrawn: new Map(before.redrawn).set(id, how) }))
    }
    changeAttachmentNotes(store, (before) => ({
      reading: before.reading - 1,
      turn: before.turn + 1,
      notAdded: new Map(before.notAdded).set(address, [...(before.notAdded.get(address) ?? []), ...not]),
    }))
    const added = chosen.length - not.length
    if (added > 0) announce(t('evidence:added', { count: added }))
    if (not.length > 0) announce(not.map((each) => whyNot(words, each)).join(' '), 'assertive')
    void keeper.flush()
  }
  // Held, so that leaving the page or the case waits for the files.
  const add = (chosen: readonly File[]) => void keeper.hold(addAll(chosen))
  const remove = (file: EvidenceFile) => {
    detach({ address, store }, file.id)
    setRemoved((before) => [...before.filter(({ id }) => id !== file.id), file])
    announce(t('evidence:removed', { name: file.name }))
    requestAnimationFrame(() => focusOn(`${address}-undo-${file.id}`))
  }
  const putBack = (file: EvidenceFile) => {
    putAt({ address, store }, file.id)
    setRemoved((before) => before.filter(({ id }) => id !== file.id))
    announce(words.translate('common:putBack', { title: file.name }))
    requestAnimationFrame(() => focusOn(`${address}-${file.id}-shows`))
  }
  return (
    <div className="evidence">
      {(files.length > 0 || removed.length > 0) && (
        <ul className="files">
          {files.map((file) => (
            <AttachedFile
              key={file.id}
              {...{ file, words, answers, turn }}
              at={address}
              redrawn={redrawn.get(file.id) ?? null}
              place={to}
              onRemove={() => remove(file)}
            />
          ))}
          {removed
            .filter(({ id }) => !ids.includes(id))
            .map((file) => (
              <li key={file.id}>
                <span dir="auto">{t('evidence:removed', { name: file.name })}</span>{' '}
                <LinkButton id={`${address}-undo-${file.id}`} about={file.name} onClick={() => putBack(file)}>
                  {words.translate('common:undo')}
                </LinkButton>
              </li>
            ))}
        </ul>
      )}
      <div role="status">{reading > 0 && <p>{t('evidence:reading')}</p>}</div>
      {notAdded.length > 0 && (
        <div className="field-error" role="alert">
          <p>{t('evidence:notAdded', { count: notAdded.length })}</p>
          <ul>
            {notAdded.map((each) => (
              <li key={`${each.name} ${each.why}`} dir="auto">
                {whyNot(words, each)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {room !== null && room < LITTLE_ROOM && (
        <p className="note">{t('evidence:room', { size: sizeWords(words, room) })}</p>
      )}
      <FileChooser
        id={address}
        label={said.label}
        hint={t('evidence:limits', {
          each: sizeWords(words, FILE_LIMITS.file),
          count: FILE_LIMITS.files,
          all: sizeWords(words, FILE_LIMITS.all),
        })}
        button={t('evidence:choose')}
        also={t('evidence:also')}
        multiple
        accept={ACCEPT}
        isNamedAbove
        onFiles={add}
      />
      {earlier.length > 0 && (
        <Disclosure summary={t('evidence:earlier')}>
          <ul className="files">
            {earlier.map((file) => (
              <li key={file.id}>
                <span dir="auto">{file.name}</span>{' '}
                <LinkButton about={file.name} onClick={() => putBack(file)}>
                  {t('evidence:useEarlier')}
                </LinkButton>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

const whyNot = (words: Words, { name, why, size }: NotAdded): string =>
  words.translate(`evidence:why.${why}`, {
    name,
    size: sizeWords(words, size),
    count: FILE_LIMITS.files,
    max: sizeWords(words, why === 'all' ? FILE_LIMITS.all : FILE_LIMITS.file),
  })
