import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { PageHead } from '../../frame/PageHead.tsx'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { TextList } from '../../ui/TextList.tsx'
import { caseAddress } from '../../wizard/addresses.ts'

const AT_HAND = ['agreement', 'mail', 'tickets', 'screens', 'version', 'memory'] as const
const LEAVE_OUT = ['passwords', 'cards', 'personal', 'customers'] as const

export function BeforePage() {
  const { t } = useTranslation()
  const caseId = useOpenCase((state) => state.case.id)
  return (
    <>
      <PageHead back={caseAddress(caseId)}>{t('start:before.heading')}</PageHead>
      <p className="lead">{t('start:before.lead')}</p>
      <TextList texts={AT_HAND.map((id) => t(`start:before.list.${id}`))} />
      <h2>{t('start:before.write')}</h2>
      <p>{t('start:before.writeText')}</p>
      <h2>{t('start:before.leaveOut')}</h2>
      <TextList texts={LEAVE_OUT.map((id) => t(`start:before.leave.${id}`))} />
      <Disclosure summary={t('start:before.shared')}>
        <p>{t('start:before.sharedText')}</p>
      </Disclosure>
      <div className="actions">
        <Link className="button" to={caseAddress(caseId, 'about/company')}>
          {t('common:continue')}
        </Link>
      </div>
    </>
  )
}
