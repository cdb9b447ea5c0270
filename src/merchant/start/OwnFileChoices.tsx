import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/Banner.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { useOnce } from '../../ui/useOnce.ts'

/** A choice is made once, whatever comes of it. */
const useChoice = () =>
  useOnce(async (choose: () => void) => {
    choose()
    return true
  })

/** For a file with faults that are listed above. */
export function OpenAnyway({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation()
  const once = useChoice()
  return <Button onClick={() => once(onOpen)}>{t('start:openFaulty')}</Button>
}

interface WhoseFileProps {
  onOwn: () => void
  onRead: () => void
}

/** For a summary that was handed over and is no case of this browser: whoever opens it may be its reader. */
export function WhoseFile({ onOwn, onRead }: WhoseFileProps) {
  const { t } = useTranslation()
  const once = useChoice()
  useEffect(() => focusOn('handed-over'), [])
  return (
    <Banner kind="information">
      <h2 className="banner-heading" id="handed-over" tabIndex={-1}>
        {t('start:handedOver.heading')}
      </h2>
      <p>{t('start:handedOver.text')}</p>
      <div className="actions">
        <Button onClick={() => once(onOwn)}>{t('start:handedOver.own')}</Button>
        <Button onClick={() => once(onRead)}>{t('start:handedOver.read')}</Button>
      </div>
    </Banner>
  )
}

interface SameCaseProps {
  isIdentical: boolean
  /** Null if the case of this browser cannot be read, and so cannot be kept as a copy. */
  onContinue: (() => void) | null
  onNew: () => void
  onKeep: () => void
}

/** For a file of a case that is in this browser already. */
export function SameCase({ isIdentical, onContinue, onNew, onKeep }: SameCaseProps) {
  const { t } = useTranslation()
  const once = useChoice()
  const choice = (text: string, hint: string, onChoose: () => void) => (
    <p>
      <LinkButton onClick={() => once(onChoose)}>{text}</LinkButton>
      <br />
      <span className="hint">{hint}</span>
    </p>
  )
  return (
    <Banner kind="information">
      <h2 className="banner-heading">{t('start:same.heading')}</h2>
      <p>
        {t('start:same.text')} {isIdentical && t('start:same.identical')}
      </p>
      {onContinue !== null && choice(t('start:same.continue'), t('start:same.continueHint'), onContinue)}
      {choice(t('start:same.asNew'), t('start:same.asNewHint'), onNew)}
      {choice(t('start:same.keep'), t('start:same.keepHint'), onKeep)}
    </Banner>
  )
}
