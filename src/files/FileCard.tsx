import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type EvidenceFile, MAX_PIXELS } from '../domain/evidence/evidence.ts'
import { evidenceName } from '../exchange/evidence/attachmentName.ts'
import { download } from '../platform/files.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Picture } from '../ui/Picture.tsx'
import { useLoaded } from '../ui/useLoaded.ts'
import type { FileSource } from './filesOfCase.ts'

interface FileCardProps {
  file: EvidenceFile
  /** Counted from 1. */
  number: number
  source: FileSource
  /** Of a picture. */
  alt: string
  children: ReactNode
}

/** A file of a case: a picture is shown, and every file can be downloaded. */
export function FileCard({ file, number, source, alt, children }: FileCardProps) {
  const { t } = useTranslation()
  const found = useLoaded(useCallback(() => source(file.sha256), [source, file.sha256]))
  const bytes = found === undefined || found === 'damaged' ? null : found
  return (
    <li className="file">
      {bytes !== null && file.type.startsWith('image/') && (
        <Picture
          className="file-picture"
          bytes={bytes}
          type={file.type}
          alt={alt}
          most={MAX_PIXELS}
          notShown={t('evidence:notShown')}
        />
      )}
      {children}
      {found === 'damaged' && <p className="note screen-only">{t('evidence:isDamaged', { name: file.name })}</p>}
      {bytes !== null && (
        <p className="screen-only">
          <LinkButton
            about={file.name}
            onClick={() =>
              // Never with its own type: a browser opens what it knows, and no file may run in this page.
              download(new Blob([bytes], { type: 'application/octet-stream' }), evidenceName(file, number - 1))
            }
          >
            {t('evidence:list.save')}
          </LinkButton>
        </p>
      )}
    </li>
  )
}
