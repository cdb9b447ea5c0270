import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EvidenceFile, FILE_LIMITS } from '../../domain/evidence/evidence.ts'
import { sizeWords } from '../../i18n/fileWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { type InputProps, itemsOf } from '../inputProps.ts'
import { AttachedFile } from './AttachedFile.tsx'
import { type AttachTo, attach, type NotAdded, type Original, putAt, takeAway } from './attach.ts'

/** What browsers offer first. A phone that asks for these hands over a JPEG where it has a HEIC. */
const ACCEPT =
  '.pdf,.png,.jpg,.jpeg,.webp,.txt,.csv,.eml,.msg,.doc,.docx,.xls,.xlsx,image/jpeg,image/png,image/webp'

/** Files at a row: added, described, prepared and taken away. Their bytes are in the browser before their name is in the case. */
export function EvidenceInput({ value, words, said, wiring, answers }: InputProps) {
  const { t } = useTranslation('evidence')
  const announce = useAnnounce()
  const { store, keeper, fileTools } = useOpened()
  const services = useServices()
  const evidence = useOpenCase((state) => state.case.evidence)
  const [originals, setOriginals] = useState<ReadonlyMap<string, Original>>(new Map())
  const [isReading, setReading] = useState(false)
  // Rises when files have been added: what lacked its content may have it now.
  const [turn, setTurn] = useState(0)
  const [notAdded, setNotAdded] = useState<readonly NotAdded[]>([])
  const [removed, setRemoved] = useState<readonly EvidenceFile[]>([])
  const ids = itemsOf<string>(value)
  const files = ids.flatMap((id) => evidence.find((file) => file.id === id) ?? [])
  const earlier = evidence.filter(({ id }) => !ids.includes(id))
  const address = wiring.id

  const to = async (): Promise<AttachTo> => ({ address, store, tools: await fileTools(), services })
  const keepOriginal = (id: string, original: Original | null) =>
    setOriginals((before) => {
      const next = new Map(before)
      if (original === null) next.delete(id)
      else next.set(id, original)
      return next
    })
  const add = async (chosen: readonly File[]) => {
    setReading(true)
    const place = await to()
    const not: NotAdded[] = []
    // One after the other: ten photographs at once are more than a phone holds.
    for (const file of chosen) {
      const result = await attach(file, place)
      if ('why' in result) not.push(result)
      else keepOriginal(result.id, result.original)
    }
    setReading(false)
    setTurn((before) => before + 1)
    setNotAdded(not)
    const added = chosen.length - not.length
    if (added > 0) announce(t('added', { count: added }))
    await keeper.flush()
  }
  const remove = (file: EvidenceFile) => {
    takeAway({ address, store }, file.id)
    setRemoved((before) => [...before.filter(({ id }) => id !== file.id), file])
    announce(t('removed', { name: file.name }))
  }
  const putBack = (file: EvidenceFile) => {
    putAt({ address, store }, file.id)
    setRemoved((before) => before.filter(({ id }) => id !== file.id))
    announce(words.translate('common:putBack', { title: file.name }))
  }
  return (
    <div className="evidence">
      {(files.length > 0 || removed.length > 0) && (
        <ul className="files">
          {files.map((file) => (
            <AttachedFile
              key={file.id}
              file={file}
              at={address}
              words={words}
              answers={answers}
              original={originals.get(file.id) ?? null}
              turn={turn}
              onOriginal={(original) => keepOriginal(file.id, original)}
              place={to}
              onRemove={() => remove(file)}
            />
          ))}
          {removed
            .filter(({ id }) => !ids.includes(id))
            .map((file) => (
              <li key={file.id}>
                <span dir="auto">{t('removed', { name: file.name })}</span>{' '}
                <button type="button" className="link-button" onClick={() => putBack(file)}>
                  {words.translate('common:undo')}
                  <span className="unseen"> {file.name}</span>
                </button>
              </li>
            ))}
        </ul>
      )}
      <div role="status">{isReading && <p>{t('reading')}</p>}</div>
      {notAdded.length > 0 && <Refused words={words} notAdded={notAdded} />}
      <FileChooser
        id={address}
        label={said.label}
        hint={t('limits', {
          each: sizeWords(words, FILE_LIMITS.file),
          count: FILE_LIMITS.files,
          all: sizeWords(words, FILE_LIMITS.all),
        })}
        button={t('choose')}
        also={t('also')}
        multiple
        accept={ACCEPT}
        isNamedAbove
        onFiles={(chosen) => void add(chosen)}
      />
      {earlier.length > 0 && (
        <Disclosure summary={t('earlier')}>
          <ul className="files">
            {earlier.map((file) => (
              <li key={file.id}>
                <span dir="auto">{file.name}</span>{' '}
                <button type="button" className="link-button" onClick={() => putBack(file)}>
                  {t('useEarlier')}
                  <span className="unseen"> {file.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

/** Which files were not added, and what can be done about each. What was added stays. */
function Refused({ words, notAdded }: { words: Words; notAdded: readonly NotAdded[] }) {
  const { t } = useTranslation('evidence')
  return (
    <div className="field-error" role="alert">
      <p>{t('notAdded', { count: notAdded.length })}</p>
      <ul>
        {notAdded.map(({ name, why, size }) => (
          <li key={`${name} ${why}`} dir="auto">
            {t(`why.${why}`, {
              name,
              size: sizeWords(words, size),
              count: FILE_LIMITS.files,
              max: sizeWords(words, why === 'all' ? FILE_LIMITS.all : FILE_LIMITS.file),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
