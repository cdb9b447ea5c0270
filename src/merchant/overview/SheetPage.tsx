import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { caseCodeOf } from '../../domain/case/caseCode.ts'
import { buildSheet } from '../../domain/report/sheet.ts'
import { wholeFile } from '../../files/filesOfCase.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { InLanguage } from '../../i18n/InLanguage.tsx'
import { preferredLanguage } from '../../i18n/languages.ts'
import { LocalizedSheet } from '../../screen/LocalizedSheet.tsx'
import { SheetLanguage } from '../../screen/SheetLanguage.tsx'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useInterview, useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { Button } from '../../ui/Button.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { useReport } from '../openCase/useReport.ts'

/** The summary as the account manager will see it, in a language of choice. */
export function SheetPage() {
  const { t, i18n } = useTranslation()
  const interview = useInterview()
  const { storage } = useServices()
  const current = useOpenCase((state) => state.case)
  const { id, language, revision } = current
  const chosen = useNote(id, 'sheetLanguage')
  const spoken = preferredLanguage([chosen.text ?? '', i18n.language])
  const report = useReport(current)
  const sheet = useMemo(() => buildSheet(report), [report])
  const source = useCallback((sha256: string) => wholeFile(storage, id, sha256), [storage, id])
  const origin = { caseCode: caseCodeOf(id), revision: revision === 0 ? null : revision, checksum: null }
  return (
    <>
      <div className="screen-only">
        <PageHead back={caseAddress(id, 'check')}>{t('sheet:heading')}</PageHead>
        <p>{t('sheet:lead')}</p>
        <SheetLanguage chosen={spoken} onChoose={chosen.write} />
        <div className="actions">
          <Button isMain onClick={() => window.print()}>
            {t('sheet:print')}
          </Button>
          <Link className="button secondary" to={caseAddress(id, 'hand-over')}>
            {t('assessment:handOver')}
          </Link>
        </div>
      </div>
      <InLanguage language={spoken}>
        <LocalizedSheet sheet={sheet} interview={interview} language={language} origin={origin} source={source} />
      </InLanguage>
    </>
  )
}
