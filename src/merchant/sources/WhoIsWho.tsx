import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposals } from '../../domain/sources/contactsFromMails.ts'
import type { Side } from '../../domain/sources/whoWrote.ts'
import { useWords } from '../../i18n/useWords.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FieldGroup } from '../../ui/Field.tsx'

const SIDES = ['merchant', 'partner', 'other'] as const
type Sender = Proposals['groups'][number]

interface WhoIsWhoProps {
  groups: readonly Sender[]
  onSay: (key: string, side: Side) => void
}

/** Who of the senders is who: asked where the case does not tell, and to be corrected where it does. */
export function WhoIsWho({ groups, onSay }: WhoIsWhoProps) {
  const { t } = useTranslation()
  const { formats } = useWords()
  // Each stays where it was first seen: a choice does not move under whoever makes it.
  const [seen] = useState(() => new Map<string, boolean>())
  const isAsked = ({ key, side, isSaid }: Sender): boolean => {
    const is = side === null || (seen.get(key) ?? isSaid)
    seen.set(key, is)
    return is
  }
  const ask = (sender: Sender) => {
    const at = groups.indexOf(sender)
    const names = sender.names.filter((name) => name !== sender.shown)
    return (
      <FieldGroup
        key={sender.key}
        id={`sender-${at}`}
        label={t('sources:mails.who', { sender: sender.shown })}
        hint={names.length === 0 ? null : formats.list(names)}
      >
        {(wiring) => (
          <Choices
            name={`sender-${at}`}
            choices={SIDES.map((id) => ({ id, label: t(`sources:mails.sides.${id}`) }))}
            chosen={sender.side}
            onChoose={(side) => onSay(sender.key, side as Side)}
            wiring={wiring}
          />
        )}
      </FieldGroup>
    )
  }
  const known = groups.filter((sender) => !isAsked(sender))
  return (
    <>
      {groups.filter(isAsked).map(ask)}
      {known.length > 0 && (
        <Disclosure
          summary={t('sources:mails.whoIsWho', {
            who: formats.list(
              known.slice(0, 4).map(({ shown, side }) => t(`sources:mails.is.${side ?? 'other'}`, { sender: shown })),
            ),
          })}
        >
          {known.map(ask)}
        </Disclosure>
      )}
    </>
  )
}
