import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/Banner.tsx'

/** What is saved could not be read this time: what is safe, and the page that gets out what there is. */
export function UnreadableText() {
  const { t } = useTranslation()
  return (
    <Banner kind="problem">
      <p>{t('keeping:data.failedRead')}</p>
      <p>
        <a href="./recover.html">{t('keeping:recover')}</a>
      </p>
    </Banner>
  )
}
