import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { ReadReply } from '../../domain/reply/readReply.ts'
import { withReply } from '../../domain/reply/received.ts'
import { sha256 } from '../../exchange/sha256.ts'
import { FileProblemText } from '../../files/FileNotOpened.tsx'
import { type FileProblem, openFile } from '../../files/openFile.ts'
import { useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { caseAddress } from '../../wizard/addresses.ts'

type State =
  | { is: 'idle' }
  | { is: 'refused'; error: FileProblem; name: string }
  | { is: 'noReply' | 'notKept' | 'full' }
  | { is: 'done'; text: string; newer: boolean }
  | { is: 'otherCase'; caseId: string | null }

/** Opens an account manager's reply. Nothing but the list of replies changes. */
export function OpenReply({ onPlaced }: { onPlaced: () => void }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { storage, clock } = useServices()
  const { store, keeper } = useOpened()
  const [state, setState] = useState<State>({ is: 'idle' })

  const place = async (read: ReadReply) => {
    const placed = withReply(store.getState().case, read, clock.today(), sha256)
    if (placed.ok) {
      if (!store.getState().changeReplies(() => placed.next.replies)) return
      onPlaced()
      await keeper.flush()
      if (store.getState().status.is === 'failed') return setState({ is: 'notKept' })
      const text = t('reply:own.placed', { count: read.reply.questions.length })
      setState({ is: 'done', text, newer: read.newer })
      announce(text)
    } else if (placed.reason === 'full') setState({ is: 'full' })
    else if (placed.reason === 'again') setState({ is: 'done', text: t('reply:own.again'), newer: false })
    else {
      const there = await storage.load(read.reply.caseId)
      setState({ is: 'otherCase', caseId: there.ok || there.reason !== 'missing' ? read.reply.caseId : null })
    }
  }
  const choose = async (file: File) => {
    const outcome = await openFile(file)
    if (outcome.is === 'reply') await place(outcome.read)
    else if (outcome.is === 'refused') setState({ ...outcome, name: file.name })
    else setState({ is: 'noReply' })
  }
  return (
    <>
      <div role="status">
        {state.is === 'done' && <p>{state.text}</p>}
        {state.is === 'done' && state.newer && <p className="note">{t('reply:own.newer')}</p>}
        {state.is === 'refused' && <FileProblemText problem={state.error} name={state.name} />}
        {state.is === 'noReply' && <p>{t('reply:own.isCase')}</p>}
        {state.is === 'full' && <Banner kind="warning">{t('reply:own.full')}</Banner>}
        {state.is === 'notKept' && <Banner kind="problem">{t('reply:own.placedNotKept')}</Banner>}
        {state.is === 'otherCase' && (
          <Banner kind="warning">
            {state.caseId === null ? (
              <p>{t('reply:own.notHere')}</p>
            ) : (
              <p>
                {t('reply:own.otherCase')} <Link to={caseAddress(state.caseId, 'reply')}>{t('reply:own.goThere')}</Link>
              </p>
            )}
          </Banner>
        )}
      </div>
      <FileChooser
        label={t('reply:own.open')}
        hint={t('reply:own.openHint')}
        button={t('start:chooseFile')}
        also={t('start:drop')}
        onFiles={([first]) => first && void choose(first)}
      />
    </>
  )
}
