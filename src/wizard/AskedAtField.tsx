import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../domain/case/address.ts'
import { type AskedBack, asItStands, questionsIn, withSaid } from '../domain/reply/received.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { Field } from '../ui/Field.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { OwnText } from '../ui/UserText.tsx'

export function AskedAtField({ address }: { address: Address }) {
  const { t } = useTranslation()
  const answers = useOpenCase((state) => state.case.answers)
  const replies = useOpenCase((state) => state.case.replies)
  const questions = useMemo(
    () => questionsIn(replies).filter(({ question }) => question.at === address),
    [replies, address],
  )
  // The field is on the page, so its question is visible.
  const asked = questions.map((each) => asItStands(each, answers, () => true))
  return asked.map((each) => (
    <div className="asked-at-field" key={`${each.reply.replyId} ${each.id}`}>
      <p>
        <strong>{t('reply:own.asks')}:</strong> <OwnText text={each.text} lang={each.reply.language || undefined} />{' '}
        <span className="meta">{t(each.isAnswered ? 'reply:own.answered' : 'reply:own.notAnswered')}</span>
      </p>
      {each.changedBefore && <p className="note">{t('reply:own.changedBefore')}</p>}
      {!each.changedBefore && each.hasMoved && <p className="note">{t('reply:own.changed')}</p>}
      <AnswerInWords asked={each} />
    </div>
  ))
}

export function AnswerInWords({ asked, isWhole = false }: { asked: AskedBack; isWhole?: boolean }) {
  const { t } = useTranslation()
  const { store } = useOpened()
  const language = useOpenCase((state) => state.case.language)
  const { reply, id } = asked
  return (
    <Field
      id={`say-${reply.replyId}-${id}`}
      label={t(isWhole ? 'reply:own.sayLabelWhole' : 'reply:own.sayLabel')}
      hint={t(isWhole ? 'reply:own.sayHintWhole' : 'reply:own.sayHint')}
      lang={language}
    >
      {(wiring) => (
        <TextInput
          {...wiring}
          multiline
          value={asked.typed}
          onText={(text) => store.getState().changeReplies((replies) => withSaid(replies, reply.replyId, id, text))}
        />
      )}
    </Field>
  )
}
