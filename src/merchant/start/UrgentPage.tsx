import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router-dom'
import { URGENT } from '../../domain/areas/about/schema.ts'
import { type Emergency, isEmergency } from '../../domain/areas/about/urgent.ts'
import { CopyText } from '../../frame/CopyText.tsx'
import { Frame } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { settings } from '../../settings/settings.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { FieldGroup } from '../../ui/Field.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { useNewCase } from './useNewCase.ts'

/** The shop is down, payments do not work, or data is lost or has leaked: this guide is not for that. */
export function UrgentPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [what, setWhat] = useState<Emergency | null>(null)
  const { begin, isRefused } = useNewCase((id) => navigate(caseAddress(id, 'problem/what')))
  return (
    <Frame>
      <PageHead back="/">{t('start:urgent.heading')}</PageHead>
      <p className="lead">{t('start:urgent.notFor')}</p>
      <FieldGroup id="urgent" label={t('start:urgent.what')}>
        {(wiring) => (
          <Choices
            name="urgent"
            wiring={wiring}
            chosen={what}
            choices={URGENT.filter(isEmergency).map((id) => ({ id, label: t(`about:questions.urgent.choices.${id}`) }))}
            onChoose={(id) => setWhat(isEmergency(id) ? id : null)}
          />
        )}
      </FieldGroup>
      <WhatToDo what={what} />
      <div role="alert">{isRefused && <p className="note">{t('start:notKept')}</p>}</div>
      <div className="actions">
        <Button isMain onClick={() => begin(what)}>
          {t('start:urgent.continue')}
        </Button>
      </div>
    </Frame>
  )
}

/** The same in a case that says what has happened. */
export function CaseUrgentPage() {
  const { t } = useTranslation()
  const { id, answers } = useOpenCase((state) => state.case)
  const { urgent } = answers.about
  return (
    <>
      <PageHead back={caseAddress(id)}>{t('start:urgent.heading')}</PageHead>
      <p className="lead">{t('start:urgent.notFor')}</p>
      <WhatToDo what={isEmergency(urgent) ? urgent : null} />
      <div className="actions">
        <Link className="button" to={caseAddress(id, 'problem/urgent', { at: 'about.urgentCase' })}>
          {t('start:urgent.enterNumber')}
        </Link>
        <Link to={caseAddress(id, 'problem/what')}>{t('start:urgent.continue')}</Link>
      </div>
    </>
  )
}

/** What to read out says what has happened, so it waits until that is known. */
function WhatToDo({ what }: { what: Emergency | null }) {
  const { t } = useTranslation()
  return (
    <>
      <ol>
        <li>
          {what === 'data_leak'
            ? `${t('start:urgent.openSecurityCase')} ${t('start:urgent.people')}`
            : t('start:urgent.openCase')}
        </li>
        <li>{t('start:urgent.number')}</li>
        <li>
          {t('start:urgent.call')}{' '}
          <a href={settings.urgentPage} rel="noopener noreferrer" target="_blank">
            {t('start:urgent.link', { host: new URL(settings.urgentPage).host })}
          </a>
        </li>
      </ol>
      {what !== null && (
        <>
          <h2>{t('start:urgent.readOut')}</h2>
          <CopyText text={t(`start:urgent.say.${what}`)} lang="en" />
        </>
      )}
    </>
  )
}
