import { useTranslation } from 'react-i18next'
import { type AskedBack, withSaid } from '../domain/reply/received.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { Field } from '../ui/Field.tsx'
import { TextInput } from '../ui/TextInput.tsx'

/** What the merchant says to a question in words, beside changing the answer that it is about. */
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
