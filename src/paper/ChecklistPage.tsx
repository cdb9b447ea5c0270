import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assess } from '../domain/assessment/assess.ts'
import { caseCodeOf } from '../domain/case/caseCode.ts'
import { visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { blankChecklist, type Checklist, checklistForPartner, filledChecklist } from '../domain/report/checklist.ts'
import { Frame } from '../frame/Frame.tsx'
import { PageHead } from '../frame/PageHead.tsx'
import { nextHeading, resultOf } from '../i18n/assessmentWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase } from '../store/openCaseContext.tsx'
import { useInterview } from '../store/session.tsx'
import { useToday } from '../store/useToday.ts'
import { Button } from '../ui/Button.tsx'
import { caseAddress } from '../wizard/addresses.ts'
import { ChecklistPaper } from './ChecklistPaper.tsx'

export function BlankChecklistPage() {
  return (
    <Frame>
      <Screen />
      <ChecklistPaper checklist={blankChecklist} caseCode={null} language="" />
    </Frame>
  )
}

/** `filled`: for oneself; `safe`: to show the partner. */
const VERSIONS = ['filled', 'safe', 'blank'] as const
type Version = (typeof VERSIONS)[number]

export function CaseChecklistPage() {
  const { t } = useTranslation()
  const words = useWords()
  const interview = useInterview()
  const { id, answers, language } = useOpenCase((state) => state.case)
  const [version, setVersion] = useState<Version>('filled')
  const visible = visibleAnswers(interview, answers)
  const today = useToday()
  const papers: Record<Version, Checklist> = {
    filled: filledChecklist(visible, today),
    safe: checklistForPartner(visible, today),
    blank: blankChecklist,
  }
  return (
    <>
      <Screen back={caseAddress(id)} />
      <fieldset className="field screen-only">
        <legend className="field-label">{t('checklist:version')}</legend>
        {VERSIONS.map((each) => (
          <div className="choice" key={each}>
            <input
              type="radio"
              id={`version-${each}`}
              name="version"
              checked={version === each}
              onChange={() => setVersion(each)}
            />
            <label htmlFor={`version-${each}`}>{t(`checklist:${each}`)}</label>
          </div>
        ))}
        <p className="hint">{t(`checklist:about.${version}`)}</p>
      </fieldset>
      <ChecklistPaper
        checklist={papers[version]}
        caseCode={caseCodeOf(id)}
        language={language}
        next={nextHeading(words, resultOf(assess(visible, today, language)))}
      />
    </>
  )
}

function Screen({ back }: { back?: string }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHead back={back}>{t('checklist:heading')}</PageHead>
      <div className="screen-only">
        <p>{t('checklist:intro')}</p>
        <div className="actions">
          <Button isMain onClick={() => window.print()}>
            {t('checklist:print')}
          </Button>
        </div>
      </div>
    </>
  )
}
