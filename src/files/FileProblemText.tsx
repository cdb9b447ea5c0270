import { useTranslation } from 'react-i18next'
import { sizeWords } from '../i18n/fileWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { Banner } from '../ui/Banner.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { TextList } from '../ui/TextList.tsx'
import type { FileProblem } from './openFile.ts'

const THINGS = {
  'scope.deliverables': 'deliverables',
  'added.items': 'additions',
  'partner.log': 'contacts',
  'examples.items': 'examples',
  evidence: 'evidence',
  replies: 'replies',
} as const

export function FileProblemText({ problem, name }: { problem: FileProblem; name: string }) {
  const { t } = useTranslation()
  const words = useWords()
  const reasonText = () => {
    if (problem.reason === 'tooBig') return t('messages:tooBig', { max: '60\u00a0MB' })
    if (problem.reason === 'replyTooBig') return t('messages:replyTooBig', { max: sizeWords(words, problem.max) })
    if (problem.reason === 'unreadable') return t('messages:unreadable', { name })
    if (problem.reason === 'tooMany') {
      return t('messages:tooMany', {
        count: problem.count,
        max: problem.max,
        things: t(`messages:things.${THINGS[problem.list]}`),
      })
    }
    return t(`messages:${problem.reason}`)
  }
  return (
    <Banner kind="problem">
      <h2 className="banner-heading" dir="auto">
        {t('review:notOpened', { name })}
      </h2>
      <p>{reasonText()}</p>
      {'names' in problem && problem.names.length > 0 && (
        <p dir="auto">{t('messages:inZip', { list: words.formats.list(problem.names) })}</p>
      )}
      {problem.reason === 'shape' && problem.places.length > 0 && (
        <Disclosure summary={t('messages:places')}>
          <TextList texts={problem.places} />
        </Disclosure>
      )}
    </Banner>
  )
}
