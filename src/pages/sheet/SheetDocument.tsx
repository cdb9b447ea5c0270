import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assess.ts'
import { AnswerList } from '../AnswerList.tsx'
import { AssessmentView } from '../AssessmentView.tsx'
import { FileList } from '../evidence/FileList.tsx'
import { Front } from './Front.tsx'
import { NotAnsweredList, OptionalList } from './notAnswered.tsx'
import { QuestionsAsked } from './QuestionsAsked.tsx'
import { ScheduleTables } from './ScheduleTables.tsx'
import type { SheetProps } from './sheetProps.ts'

/** The whole readiness sheet: the first page, and everything behind it on the pages that follow. */
export function SheetDocument(props: SheetProps) {
  const { t } = useTranslation(['review', 'sheet', 'evidence'])
  const { sheet, words, interview, language, aside, shows } = props
  const shared = { words, interview, report: sheet.report, language, caseId: null }
  return (
    <div className="sheet">
      <Front {...props} />
      <div className="sheet-behind">
        <div className="print-only">
          <ScheduleTables sheet={sheet} words={words} language={language} />
        </div>
        <section id="read-outcome" tabIndex={-1} aria-labelledby="sheet-told">
          <h2 id="sheet-told">{t('sheet:told')}</h2>
          <Condition assessment={sheet.report.assessment} />
          <AssessmentView {...shared} />
        </section>
        <h2 id="read-answers" tabIndex={-1}>
          {t('answers')}
        </h2>
        <AnswerList {...shared} answeredOnly aside={aside} shows={shows} />
        {sheet.report.files.length > 0 && (
          <>
            <h2 id="read-files" tabIndex={-1}>
              {t('evidence:list.heading')}
            </h2>
            <FileList words={words} files={sheet.report.files} language={language} source={props.source} />
          </>
        )}
        <QuestionsAsked {...props} />
        <h2 id="read-notAnswered" tabIndex={-1}>
          {t('notAnswered')}
        </h2>
        <NotAnsweredList {...props} />
        {aside !== undefined && <OptionalList {...props} aside={aside} />}
      </div>
    </div>
  )
}

/** Whether Adobe's condition for going to the account team is met, by the customer's own account. */
function Condition({ assessment: { states, warranted } }: { assessment: Assessment }) {
  const { t } = useTranslation('review')
  if (states.partner === 'RESOLVED') return null
  if (states.partner === 'NA') return <p>{t('withoutPartner')}</p>
  return <p>{warranted ? t('warranted') : t('notWarranted')}</p>
}
