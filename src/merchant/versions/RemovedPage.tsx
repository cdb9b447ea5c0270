import { useTranslation } from 'react-i18next'
import { nonBlank } from '../../domain/case/answer.ts'
import { findList } from '../../domain/interview/interviewPages.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { listWord } from '../../i18n/questionWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { rowCommands } from '../../store/rowCommands.ts'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { OwnText } from '../../ui/UserText.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { UnusedFiles } from './UnusedFiles.tsx'

/** What has been removed from the lists, to be put back. */
export function RemovedPage() {
  const { t } = useTranslation()
  const words = useWords()
  const announce = useAnnounce()
  const { interview, clock } = useServices()
  const { store } = useOpened()
  const removed = useOpenCase((state) => state.removed)
  const { id, language } = useOpenCase((state) => state.case)
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
                <LinkButton
                  about={name ?? code}
                  onClick={() => {
                    if (!rowCommands(store, clock.now).putBack(row.id)) return
                    announce(t('common:putBack', { title: name ?? code }))
                    // The button goes with its row.
                    focusOn('page-heading')
                  }}
                >
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
