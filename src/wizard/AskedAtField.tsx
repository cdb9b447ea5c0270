import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../domain/case/address.ts'
import { asItStands, questionsIn } from '../domain/reply/received.ts'
import { useOpenCase } from '../store/openCaseContext.tsx'
import { OwnText } from '../ui/UserText.tsx'
import { AnswerInWords } from './AnswerInWords.tsx'

/** What an account manager asks about this very answer, beside it. */
export function AskedAtField({ address }: { address: Address }) {
  const { t } = useTranslation()
  const answers = useOpenCase((state) => state.case.answers)
  const replies = useOpenCase((state) => state.case.replies)
  const questions = useMemo(
    () => questionsIn(replies).filter(({ question }) => question.at === address),
    [replies, address],
  )
  // The field is on the page, so it is asked for.
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
