import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Opening } from '../../frame/Frame.tsx'
import { lazyComponent } from '../../i18n/lazyComponent.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'

const OpenOwnFile = lazyComponent(async () => (await import('./OpenOwnFile.tsx')).OpenOwnFile, 'account')

export function OwnFile() {
  const { t } = useTranslation()
  const [file, setFile] = useState<File | null>(null)
  return (
    <section className="open-own">
      <FileChooser
        label={t('start:openFile')}
        hint={t('start:openHint')}
        button={t('start:chooseFile')}
        also={t('start:drop')}
        isAside
        isEverywhere
        onFiles={([first]) => setFile(first ?? null)}
      />
      <Suspense fallback={<Opening />}>{file !== null && <OpenOwnFile file={file} />}</Suspense>
    </section>
  )
}
