import { type FormEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Lock } from '../domain/case/encryptedFile.ts'
import type { OpenedFile } from '../exchange/importCase.ts'
import { sizeWords } from '../i18n/fileWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Field } from '../ui/Field.tsx'
import { focusOn } from '../ui/focus.ts'
import { TextInput } from '../ui/TextInput.tsx'
import { TextList } from '../ui/TextList.tsx'
import { type FileProblem, openLocked } from './openFile.ts'

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

interface LockedFileProps {
  name: string
  lock: Lock
  onOpened: (opened: OpenedFile) => void
  onProblem: (problem: FileProblem) => void
}

/** Asks for the passphrase, which is stored nowhere. */
export function LockedFile({ name, lock, onOpened, onProblem }: LockedFileProps) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [state, setState] = useState<'asking' | 'opening' | 'wrong'>('asking')

  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (state === 'opening') return
    setState('opening')
    const outcome = await openLocked(lock, passphrase)
    if (outcome.is === 'wrong') {
      // The field is told with its error.
      flushSync(() => setState('wrong'))
      focusOn('passphrase')
    } else if (outcome.is === 'case') onOpened(outcome.opened)
    else onProblem(outcome.error)
  }
  return (
    <Banner kind="information">
      <h2 className="banner-heading" dir="auto">
        {t('messages:locked.heading', { name })}
      </h2>
      <form onSubmit={(event) => void open(event)}>
        <Field
          id="passphrase"
          label={t('messages:locked.label')}
          hint={t('messages:locked.hint')}
          error={state === 'wrong' ? t('messages:locked.wrong') : undefined}
        >
          {(wiring) => <TextInput {...wiring} exact value={passphrase} onText={setPassphrase} />}
        </Field>
        <Button type="submit" isMain aria-disabled={state === 'opening'}>
          {t('messages:locked.open')}
        </Button>
        <p role="status">{state === 'opening' ? t('messages:locked.opening') : ''}</p>
      </form>
    </Banner>
  )
}
