import { useTranslation } from 'react-i18next'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { ChangedFile } from '../../files/ChangedFile.tsx'
import { FileTroubles } from '../../files/FileTroubles.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useOnce } from '../../ui/useOnce.ts'

/** What is not as it was in a file that can be opened all the same, said before it is. */
export function FaultyFile({ opened, onOpen }: { opened: OpenedFile; onOpen: () => void }) {
  const { t } = useTranslation()
  const { troubles, rescued, removed } = opened
  const open = useOnce(async () => {
    onOpen()
    return true
  })
  return (
    <div role="status">
      <ChangedFile opened={opened} advice={t('start:changedOwn')} />
      <FileTroubles troubles={troubles} />
      {(rescued || removed) && <Banner kind="warning">{t(rescued ? 'review:rescued' : 'review:removed')}</Banner>}
      <Button onClick={open}>{t('start:openFaulty')}</Button>
    </div>
  )
}
