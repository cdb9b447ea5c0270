import { useTranslation } from 'react-i18next'
import { usedFiles } from '../../domain/evidence/evidence.ts'
import { factsOfFile } from '../../i18n/fileWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'

/** Files that stand at no row any more: kept until somebody says that they can go. */
export function UnusedFiles() {
  const { t } = useTranslation('evidence')
  const words = useWords()
  const announce = useAnnounce()
  const { storage } = useServices()
  const { store, keeper } = useOpened()
  const { id, answers, evidence } = useOpenCase((state) => state.case)
  const removed = useOpenCase((state) => state.removed)
  const used = new Set(usedFiles(answers, evidence))
  // What a removed row names comes back with it.
  const named = new Set(
    removed.flatMap(({ row }) => (Array.isArray(row.evidence) ? row.evidence.map(String) : [])),
  )
  const unused = evidence.filter((file) => !used.has(file) && !named.has(file.id))
  if (unused.length === 0) return null

  const forget = async (fileId: string, sha256: string, name: string) => {
    store.getState().changeFiles((files) => files.filter((file) => file.id !== fileId))
    announce(t('list.deleted', { name }))
    await keeper.flush()
    if (store.getState().case.evidence.every((file) => file.sha256 !== sha256))
      await storage.forgetFile(id, sha256)
  }
  return (
    <section aria-labelledby="unused-files">
      <h2 id="unused-files">{t('list.unused')}</h2>
      <p>{t('list.unusedHint')}</p>
      <ul className="files">
        {unused.map((file) => (
          <li key={file.id}>
            <span dir="auto">{file.name}</span> <span className="meta">{factsOfFile(words, file)}</span>{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => void forget(file.id, file.sha256, file.name)}
            >
              {t('list.deleteForGood')}
              <span className="unseen"> {file.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
