import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answers } from '../../domain/case/answers.ts'
import { type EvidenceFile, MAX_PIXELS, usesOfFiles } from '../../domain/evidence/evidence.ts'
import { factsOfFile, sizeWords } from '../../i18n/fileWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import type { PictureArea } from '../../store/fileTools.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { focusOn } from '../../ui/focus.ts'
import { Picture } from '../../ui/Picture.tsx'
import { GuardedText } from '../basicInputs.tsx'
import { type AttachTo, coverPicture, type Redrawn, type WhyNotAdded } from './attach.ts'
import { CoverPicture } from './CoverPicture.tsx'

interface AttachedFileProps {
  file: EvidenceFile
  at: string
  words: Words
  answers: Answers
  redrawn: Redrawn | null
  turn: number
  place: () => Promise<AttachTo>
  onRemove: () => void
}

export function AttachedFile(props: AttachedFileProps) {
  const { file, at, words, answers, redrawn, turn, place, onRemove } = props
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { store, keeper } = useOpened()
  const language = useOpenCase((state) => state.case.language)
  const found = useFileBytes(file, turn)
  const bytes = typeof found === 'string' ? null : found
  const [isCovering, setCovering] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<WhyNotAdded | null>(null)
  const isPicture = file.type.startsWith('image/')
  const uses = usesOfFiles(answers).get(file.id) ?? []
  const id = `${at}-${file.id}`

  const describe = (text: string) => {
    const shows = text === '' ? null : text
    const { changeFiles } = store.getState()
    changeFiles((files) => files.map((other) => (other.id === file.id ? { ...other, shows } : other)))
  }
  const cover = async (covers: readonly PictureArea[]) => {
    if (bytes === null || isBusy) return
    setBusy(true)
    const to = await place().catch(() => null)
    const why = to === null ? 'error' : await keeper.hold(coverPicture(file.id, bytes, covers, to))
    setBusy(false)
    setFailed(why)
    if (why !== null) return
    setCovering(false)
    announce(t('evidence:cover.saved'))
    await keeper.flush()
    focusOn(`${id}-shows`)
  }
  const closeCover = () => {
    setCovering(false)
    requestAnimationFrame(() => focusOn(`${id}-cover`))
  }
  return (
    <li className="file">
      {bytes !== null && isPicture && !isCovering && (
        <Picture
          className="file-picture"
          bytes={bytes}
          type={file.type}
          alt={file.shows ?? file.name}
          most={MAX_PIXELS}
          notShown={t('evidence:notShown')}
        />
      )}
      <p className="file-name">
        <span dir="auto">{file.name}</span> <span className="meta">{factsOfFile(words, file)}</span>
      </p>
      {redrawn !== null && (
        <p className="hint">
          {redrawn.to < redrawn.from &&
            t('evidence:smaller', {
              from: sizeWords(words, redrawn.from),
              to: sizeWords(words, redrawn.to),
            })}{' '}
          {redrawn.hadPosition && t('evidence:noPosition')}
        </p>
      )}
      {typeof found === 'string' && <p className="note">{t(`evidence:${found}`, { name: file.name })}</p>}
      {uses.length > 1 && <p className="hint">{t('evidence:alsoAt', { list: words.formats.list(uses) })}</p>}
      <Field
        id={`${id}-shows`}
        label={t('evidence:shows')}
        aside={words.translate('common:optional')}
        hint={t('evidence:showsHint')}
        lang={language}
      >
        {(wiring) => <GuardedText {...wiring} words={words} value={file.shows ?? ''} onText={describe} />}
      </Field>
      {failed !== null && (
        <p className="field-error" role="alert">
          {t(failed === 'error' ? 'evidence:cover.failed' : 'evidence:cover.noRoom')}
        </p>
      )}
      {isCovering && bytes !== null ? (
        <CoverPicture {...{ file, bytes, id, isBusy }} onSave={(covers) => void cover(covers)} onCancel={closeCover} />
      ) : (
        <div className="row-actions">
          {isPicture && bytes !== null && (
            <LinkButton id={`${id}-cover`} about={file.name} onClick={() => setCovering(true)}>
              {t('evidence:cover.open')}
            </LinkButton>
          )}
          <LinkButton about={file.name} onClick={onRemove}>
            {t('evidence:remove')}
          </LinkButton>
        </div>
      )}
    </li>
  )
}

type Found = Uint8Array<ArrayBuffer> | null | 'isUnreadable' | 'isDamaged'

/** The bytes of a file, or why they cannot be used; null until they are read. */
function useFileBytes({ sha256 }: EvidenceFile, turn: number): Found {
  const { storage } = useServices()
  const { fileTools } = useOpened()
  const caseId = useOpenCase((state) => state.case.id)
  const [found, setFound] = useState<Found>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` rises when the bytes may have been restored
  useEffect(() => {
    let left = false
    const read = async (): Promise<Found> => {
      const bytes = await storage.file(caseId, sha256)
      if (bytes === null) return 'isUnreadable'
      // If the checksum cannot be loaded, the file is shown unchecked.
      const tools = await fileTools().catch(() => null)
      return tools?.isWhole(bytes, sha256) === false ? 'isDamaged' : bytes
    }
    void read().then((result) => {
      if (!left) setFound(result)
    })
    return () => {
      left = true
    }
  }, [storage, caseId, sha256, turn])
  return found
}
