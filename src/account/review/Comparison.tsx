import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenAction } from '../../domain/assessment/assess.ts'
import { caseName } from '../../domain/case/caseCode.ts'
import { changesBetween } from '../../domain/changes/changes.ts'
import type { Relation } from '../../domain/changes/relation.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { actionWords, assessmentOutcomeWords } from '../../i18n/assessmentWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { Printed } from '../../screen/PrintedBlocks.tsx'
import { useServices } from '../../store/session.tsx'
import { questionBlocks } from '../../summary/questions.ts'
import { Banner } from '../../ui/Banner.tsx'
import { OddText } from '../../ui/RevealedText.tsx'
import { CloseReading, OwnText } from '../../ui/UserText.tsx'
import { PartChangesView } from './PartChangesView.tsx'

interface ComparisonProps {
  relation: Extract<Relation, { is: 'revisions' }>
  onWhole: () => void
  onClose: () => void
  /** True where the file that was opened last is the older one. */
  wasTurned: boolean
}

/** What has changed between two revisions, in the words of the questions: what matters most comes first. */
export function Comparison({ relation, onWhole, onClose, wasTurned }: ComparisonProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { interview } = useServices()
  const { older, newer, apart } = relation
  const saying = { words, language: newer.language, onScreen: true }
  const changes = useMemo(() => changesBetween(interview, older, newer), [interview, older, newer])
  const [before, after] = [changes.before, changes.after].map(
    (assessment) => assessmentOutcomeWords(words, assessment).heading,
  )
  const names = (actions: readonly OpenAction[]) =>
    words.formats.list(actions.map((action) => actionWords(words, action).heading))
  return (
    <CloseReading value={OddText}>
      <PageHead>{t('changes:heading')}</PageHead>
      <p className="meta">
        <OwnText text={caseName(newer)} />
      </p>
      <p className="lead">
        {t('changes:lead', {
          before: older.revision,
          beforeDate: words.formats.date(older.asOf),
          after: newer.revision,
          afterDate: words.formats.date(newer.asOf),
        })}
      </p>
      {wasTurned && <p>{t('changes:olderThan')}</p>}
      {apart && (
        <Banner kind="warning">
          <p>{t('changes:apart')}</p>
        </Banner>
      )}
      <p>{changes.count === 0 ? t('changes:noneVisible') : t('changes:count', { count: changes.count })}</p>
      <div className="actions screen-only">
        <button type="button" className="button" onClick={onWhole}>
          {t('changes:whole')}
        </button>
        <button type="button" className="button secondary" onClick={() => window.print()}>
          {t('review:print')}
        </button>
        <button type="button" className="link-button" onClick={onClose}>
          {t('review:close')}
        </button>
      </div>
      <section aria-labelledby="change-outcome">
        <h2 id="change-outcome">{t('changes:outcome')}</h2>
        {before === after ? (
          <p>{t('changes:sameOutcome', { outcome: after })}</p>
        ) : (
          <>
            <p>{t('changes:outcomeBefore', { outcome: before })}</p>
            <p>
              <strong>{t('changes:outcomeAfter', { outcome: after })}</strong>
            </p>
          </>
        )}
        {changes.settled.length > 0 && (
          <p>
            {t('changes:settled')}: {names(changes.settled)}
          </p>
        )}
        {changes.opened.length > 0 && (
          <p>
            {t('changes:opened')}: {names(changes.opened)}
          </p>
        )}
      </section>
      {changes.questions.length > 0 && (
        <section aria-labelledby="change-questions">
          <h2 id="change-questions">{t('changes:questions')}</h2>
          <Printed blocks={questionBlocks(saying, changes.questions, { interview, ...newer })} />
        </section>
      )}
      {changes.parts.map((part) => (
        <PartChangesView key={part.part} part={part} older={older} newer={newer} />
      ))}
      {changes.files.length > 0 && (
        <section aria-labelledby="change-files">
          <h2 id="change-files">{t('changes:files')}</h2>
          <ul>
            {changes.files.map(({ before: was, after: now }) => {
              const name = (now ?? was)?.name ?? ''
              const kind = was === null ? 'fileAdded' : now === null ? 'fileRemoved' : 'fileChanged'
              return (
                <li key={(now ?? was)?.id}>
                  {t(`changes:${kind}`)} <OwnText text={name} />
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </CloseReading>
  )
}
