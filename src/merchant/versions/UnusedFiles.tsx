import { useTranslation } from 'react-i18next'
import { ROW_LETTERS } from '../../domain/case/answers.ts'
import { type EvidenceFile, usedFiles } from '../../domain/evidence/evidence.ts'
import { factsOfFile } from '../../i18n/fileWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'

const HEADING = 'unused-files'

/** Files that stand at no row any more, or only at one that was removed: kept until somebody says that they can go. */
export function UnusedFiles() {
  const { t } = useTranslation()
  const words = useWords()
  const announce = useAnnounce()
  const { store, keeper } = useOpened()
  const { answers, evidence } = useOpenCase((state) => state.case)
  const removed = useOpenCase((state) => state.removed)
  const used = new Set(usedFiles(answers, evidence))
  const unused = evidence.filter((file) => !used.has(file))
  if (unused.length === 0) return null

  /** The codes of removed rows that a file comes back with. */
  const codesOf = ({ id }: EvidenceFile) =>
    removed
      .filter(({ row }) => Array.isArray(row.evidence) && row.evidence.includes(id))
      .map(({ list, row }) => `${ROW_LETTERS[list]}${row.code}`)
  const forget = async ({ id, name }: EvidenceFile) => {
    if (!store.getState().changeFiles((files) => files.filter((file) => file.id !== id))) return
    announce(t('evidence:list.deleted', { name }))
    // The section goes with the last of them.
    focusOn(unused.length > 1 ? HEADING : 'page-heading')
    // Its bytes go with the save that no longer names it.
    await keeper.flush()
  }
  return (
    <section aria-labelledby={HEADING}>
      <h2 id={HEADING} tabIndex={-1}>
        {t('evidence:list.unused')}
      </h2>
      <p>{t('evidence:list.unusedHint')}</p>
      <ul className="files">
        {unused.map((file) => {
          const codes = codesOf(file)
          return (
            <li key={file.id}>
              <span dir="auto">{file.name}</span> <span className="meta">{factsOfFile(words, file)}</span>{' '}
              {codes.length > 0 && t('evidence:list.atRemoved', { code: words.formats.list(codes) })}{' '}
              <LinkButton about={file.name} onClick={() => void forget(file)}>
                {t('evidence:list.deleteForGood')}
              </LinkButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
