import { useTranslation } from 'react-i18next'
import { nonBlank } from '../../domain/case/answer.ts'
import { ROW_LETTERS } from '../../domain/case/answers.ts'
import { type EvidenceFile, usedFiles } from '../../domain/evidence/evidence.ts'
import { findList } from '../../domain/interview/interviewPages.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { factsOfFile } from '../../i18n/fileWords.ts'
import { listWord } from '../../i18n/questionWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { rowCommands } from '../../store/rowCommands.ts'
import { useInterview, useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { OwnText } from '../../ui/UserText.tsx'
import { caseAddress } from '../../wizard/addresses.ts'

/** Removed rows, which can be put back, and files that no row uses. */
export function RemovedPage() {
  const { t } = useTranslation()
  const words = useWords()
  const announce = useAnnounce()
  const interview = useInterview()
  const { clock } = useServices()
  const { store } = useOpened()
  const removed = useOpenCase((state) => state.removed)
  const { id, language } = useOpenCase((state) => state.case)
  const putBack = (rowId: string, title: string) => {
    if (!rowCommands(store, clock.now).putBack(rowId)) return
    announce(t('common:putBack', { title }))
    // The button goes with its row.
    focusOn('page-heading')
  }
  return (
    <>
      <PageHead back={caseAddress(id)}>{t('start:removedPage.heading')}</PageHead>
      <UnusedFiles />
      {removed.length === 0 ? (
        <p>{t('start:removedPage.empty')}</p>
      ) : (
        <ul className="rows">
          {removed.map(({ list: path, row, removedAt }) => {
            const list = findList(interview, path)?.list
            if (list === undefined) return null
            const name = nonBlank(row[list.title])
            const code = `${list.code}${row.code}`
            return (
              <li key={row.id}>
                <div className="row-head">
                  <span className="code">{code}</span>
                  {name === null ? listWord(words, list, 'untitled') : <OwnText text={name} lang={language} />}
                </div>
                <p className="row-facts">{t('start:removedPage.when', { time: words.formats.moment(removedAt) })}</p>
                <LinkButton about={name ?? code} onClick={() => putBack(row.id, name ?? code)}>
                  {t('start:removedPage.putBack')}
                </LinkButton>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}

const UNUSED = 'unused-files'

/** Files of no row, or only of removed ones. They are kept until the user deletes them. */
function UnusedFiles() {
  const { t } = useTranslation()
  const words = useWords()
  const announce = useAnnounce()
  const { store, keeper } = useOpened()
  const { answers, evidence } = useOpenCase((state) => state.case)
  const removed = useOpenCase((state) => state.removed)
  const used = new Set(usedFiles(answers, evidence))
  const unused = evidence.filter((file) => !used.has(file))
  if (unused.length === 0) return null

  const removedRowsWith = ({ id }: EvidenceFile) =>
    removed
      .filter(({ row }) => Array.isArray(row.evidence) && row.evidence.includes(id))
      .map(({ list, row }) => `${ROW_LETTERS[list]}${row.code}`)
  const forget = async ({ id, name }: EvidenceFile) => {
    if (!store.getState().changeFiles((files) => files.filter((file) => file.id !== id))) return
    announce(t('evidence:list.deleted', { name }))
    // The section goes with the last of them.
    focusOn(unused.length > 1 ? UNUSED : 'page-heading')
    // Its bytes go with the save that no longer names it.
    await keeper.flush()
  }
  return (
    <section aria-labelledby={UNUSED}>
      <h2 id={UNUSED} tabIndex={-1}>
        {t('evidence:list.unused')}
      </h2>
      <p>{t('evidence:list.unusedHint')}</p>
      <ul className="files">
        {unused.map((file) => {
          const codes = removedRowsWith(file)
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
