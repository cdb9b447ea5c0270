import { useTranslation } from 'react-i18next'
import type { Sheet } from '../../domain/report/sheet.ts'
import { InPageLink } from '../../ui/InPageLink.tsx'
import { useRootMark } from '../../ui/useRootClass.ts'

/** What the page holds, always in reach. */
export function JumpList({ sheet: { report } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  useRootMark('has-jump-list')
  const link = (id: string, text: string) => (
    <li>
      <InPageLink to={id}>{text}</InPageLink>
    </li>
  )
  return (
    <nav className="jump sticky screen-only" aria-label={t('review:tools.contents')}>
      <ul>
        {link('read-outcome', t('review:outcome'))}
        {link('read-answers', t('review:answers'))}
        {report.files.length > 0 && link('read-files', t('evidence:list.heading'))}
        {report.askedBack.length > 0 && link('read-questions', t('reply:sheet.heading'))}
        {link('read-notAnswered', t('review:notAnswered'))}
        {link('read-reply', t('reply:form.heading'))}
        {link('read-texts', t('reply:texts.heading'))}
        {link('read-notes', t('reply:notes.heading'))}
      </ul>
    </nav>
  )
}
