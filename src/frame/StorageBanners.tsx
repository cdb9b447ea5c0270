import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../store/session.tsx'
import { Banner } from '../ui/Banner.tsx'
import { LinkButton } from '../ui/Button.tsx'

/** Why this browser keeps nothing at the moment, and what can be done about it. */
export function NothingKept({ children }: { children?: ReactNode }) {
  const { t } = useTranslation()
  const why = useServices().storage.refusal ?? 'refused'
  return (
    <Banner kind="warning">
      <p>{t(`keeping:refused.${why}`)}</p>
      {children}
      {why !== 'refused' && (
        <p>
          <LinkButton onClick={() => window.location.reload()}>
            {t(why === 'newer' ? 'keeping:reload' : 'keeping:retry')}
          </LinkButton>
        </p>
      )}
      {(why === 'damaged' || why === 'upgrade') && <RecoverLink />}
    </Banner>
  )
}

/** The list of cases could not be read this time. */
export function UnreadableText() {
  const { t } = useTranslation()
  return (
    <Banner kind="problem">
      <p>{t('keeping:data.failedRead')}</p>
      <RecoverLink />
    </Banner>
  )
}

export function RecoverLink() {
  const { t } = useTranslation()
  return (
    <p>
      <a href="./recover.html">{t('keeping:recover')}</a>
    </p>
  )
}
