import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../domain/case/address.ts'
import { nonBlank } from '../../domain/case/answer.ts'
import type { ReplyQuestion } from '../../domain/reply/reply.ts'
import { questionAbout } from '../../i18n/replyWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { questionAt, useDraft, useDrafting } from '../../store/replyDraft.ts'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { focusOn } from '../../ui/focus.ts'
import { TextInput } from '../../ui/TextInput.tsx'

interface AskHereProps {
  /** Null: the case as a whole. */
  at: Address | null
  code: string | null
  /** Of the answer as it was read. */
  digest: () => string | null
}

export function AskHere({ at, code, digest }: AskHereProps) {
  const { t } = useTranslation()
  const words = useWords()
  const announce = useAnnounce()
  const { newId } = useServices()
  const { store } = useDrafting()
  const question = useDraft(questionAt(at))
  const [removed, setRemoved] = useState<ReplyQuestion | null>(null)
  const place = at ?? 'whole'
  const about = at === null ? t('reply:form.whole') : questionAbout(words, { at, code })
  const { ask, unask } = store.getState()

  if (question !== undefined)
    return (
      <Asking
        question={question}
        place={place}
        about={about}
        onRemove={() => {
          flushSync(() => {
            setRemoved(question)
            unask(question.id)
          })
          announce(t('reply:ask.removed'))
          focusOn(`ask-${place}`)
        }}
      />
    )
  return (
    <p className="ask-here">
      <LinkButton
        id={`ask-${place}`}
        onClick={() => {
          flushSync(() => ask({ at, code, answerDigest: digest(), text: '' }, newId()))
          focusOn(`question-${place}`)
        }}
      >
        {at === null ? t('reply:form.general') : t('reply:ask.button')}
        {at !== null && <span className="unseen">: {about}</span>}
      </LinkButton>
      {removed !== null && nonBlank(removed.text) !== null && (
        <LinkButton
          onClick={() => {
            flushSync(() => {
              ask(removed, removed.id)
              setRemoved(null)
            })
            focusOn(`question-${place}`)
          }}
        >
          {t('common:undo')}
        </LinkButton>
      )}
    </p>
  )
}

interface AskingProps {
  question: ReplyQuestion
  place: string
  about: string
  onRemove: () => void
}

function Asking({ question, place, about, onRemove }: AskingProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { store, stock, addStock } = useDrafting()
  const { id, text, ...tied } = question
  const write = (next: string) => store.getState().ask({ ...tied, text: next }, id)
  const isNew = nonBlank(text) !== null && !stock.includes(text.trim())
  return (
    <div className="asking">
      <Field id={`question-${place}`} label={t('reply:ask.labelAbout', { about })}>
        {(wiring) => <TextInput {...wiring} multiline value={text} onText={write} />}
      </Field>
      {stock.length > 0 && nonBlank(text) === null && (
        <>
          <p className="hint">{t('reply:ask.stock')}</p>
          <ul className="plain stock">
            {stock.map((own) => (
              <li key={own}>
                <LinkButton
                  onClick={() => {
                    flushSync(() => write(own))
                    focusOn(`question-${place}`)
                  }}
                >
                  {own}
                </LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="ask-here">
        <LinkButton onClick={onRemove}>
          {t('reply:ask.remove')}
          <span className="unseen">: {about}</span>
        </LinkButton>
        {isNew && (
          <LinkButton
            onClick={() => {
              addStock(text.trim())
              announce(t('reply:ask.stockSaved'))
            }}
          >
            {t('reply:ask.saveStock')}
          </LinkButton>
        )}
      </p>
    </div>
  )
}
