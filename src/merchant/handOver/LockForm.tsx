import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newPassphrase } from '../../platform/encryption.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'

/** Shorter passphrases can be guessed by a machine (C). */
const SHORTEST = 12

interface LockFormProps {
  working: boolean
  onLock: (passphrase: string) => void
  note: string | null
  isPossible: boolean
}

/** Proposes a passphrase, which can be changed. */
export function LockForm({ working, onLock, note, isPossible }: LockFormProps) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState(newPassphrase)
  const [isTooShort, setTooShort] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const short = [...passphrase.trim()].length < SHORTEST
    setTooShort(short)
    if (!short && !working && isPossible) onLock(passphrase)
  }
  return (
    <Disclosure summary={t('handOver:lock.heading')}>
      <p>{t('handOver:lock.text')}</p>
      {note !== null && <p>{note}</p>}
      <form onSubmit={submit}>
        <Field
          id="new-passphrase"
          label={t('handOver:lock.label')}
          hint={t('handOver:lock.hint', { count: SHORTEST })}
          error={isTooShort ? t('handOver:lock.tooShort', { count: SHORTEST }) : undefined}
        >
          {(wiring) => <TextInput {...wiring} exact value={passphrase} onText={setPassphrase} />}
        </Field>
        <Button type="submit" aria-disabled={working || !isPossible}>
          {t('handOver:lock.download')}
        </Button>
      </form>
    </Disclosure>
  )
}
