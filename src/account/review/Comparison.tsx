import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { caseName } from '../../domain/case/caseCode.ts'
import { changesBetween } from '../../domain/changes/changes.ts'
import type { Relation } from '../../domain/changes/relation.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { Printed } from '../../screen/PrintedBlocks.tsx'
import { useInterview } from '../../store/session.tsx'
import { changeBlocks } from '../../summary/changeBlocks.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { OddText } from '../../ui/RevealedText.tsx'
import { CloseReading, OwnText } from '../../ui/UserText.tsx'

interface ComparisonProps {
  relation: Extract<Relation, { is: 'revisions' }>
  onWhole: () => void
  onClose: () => void
  /** True if the file that was opened last is the older one. */
  wasTurned: boolean
}

export function Comparison({ relation, onWhole, onClose, wasTurned }: ComparisonProps) {
  const { t } = useTranslation()
  const words = useWords()
  const interview = useInterview()
  const { older, newer, apart } = relation
  const changes = useMemo(() => changesBetween(interview, older, newer), [interview, older, newer])
  const blocks = useMemo(
    () => changeBlocks({ words, language: newer.language, onScreen: true }, changes, { older, newer }, interview),
    [words, changes, older, newer, interview],
  )
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
        <Button isMain onClick={onWhole}>
          {t('changes:whole')}
        </Button>
        <Button onClick={() => window.print()}>{t('review:print')}</Button>
        <LinkButton onClick={onClose}>{t('review:close')}</LinkButton>
      </div>
      <Printed blocks={blocks} />
    </CloseReading>
  )
}
