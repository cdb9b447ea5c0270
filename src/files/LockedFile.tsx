import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lock } from '../domain/case/encryptedFile.ts'
import type { OpenedFile } from '../exchange/importCase.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { type FileProblem, openLocked } from './openFile.ts'

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
    setState('opening')
    const outcome = await openLocked(lock, passphrase)
    if (outcome.is === 'wrong') setState('wrong')
    else if (outcome.is === 'case') onOpened(outcome.opened)
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
        <Button type="submit" isMain disabled={state === 'opening'}>
          {t('messages:locked.open')}
        </Button>
        <p role="status">{state === 'opening' ? t('messages:locked.opening') : ''}</p>
      </form>
    </Banner>
  )
}
