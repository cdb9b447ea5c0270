import { useTranslation } from 'react-i18next'
import { brokenLetters } from '../domain/report/excerpt.ts'
import type { OpenedFile } from '../exchange/importCase.ts'
import { Banner } from '../ui/Banner.tsx'

/** What was changed, damaged or lost in a file that can be opened all the same. */
export function FileFaults({ opened, advice }: { opened: OpenedFile; advice: string }) {
  const { unchanged, rescued, removed, troubles } = opened
  const { t } = useTranslation()
  return (
    <>
      {!unchanged && <Changed text={brokenLetters(opened.file.answers)} advice={advice} />}
      {(rescued || removed) && <Banner kind="warning">{t(rescued ? 'review:rescued' : 'review:removed')}</Banner>}
      {troubles.length > 0 && (
        <Banner kind="warning">
          <ul>
            {troubles.map(({ id, name, is }) => (
              <li key={id} dir="auto">
                {t(`evidence:list.${is}`, { name })}
              </li>
            ))}
          </ul>
          <p>{t('evidence:list.rest')}</p>
        </Banner>
      )}
    </>
  )
}

function Changed({ text, advice }: { text: string | null; advice: string }) {
  const { t } = useTranslation()
  return (
    <Banner kind="warning">
      <p>
        {t('review:changed')} {text !== null && t('review:changedLetters', { text })} {advice}
      </p>
    </Banner>
  )
}
