import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EvidenceFile, MAX_PIXELS } from '../domain/evidence/evidence.ts'
import { evidenceName } from '../exchange/evidence/attachmentName.ts'
import { download } from '../platform/files.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Picture } from '../ui/Picture.tsx'
import type { FileSource } from './filesOfCase.ts'

interface FileCardProps {
  file: EvidenceFile
  /** Counted from 1. */
  number: number
  source: FileSource
  /** What a picture shows. */
  alt: string
  children: ReactNode
}

/** A file of a case with what is said of it: a picture is seen, and each can be downloaded. */
export function FileCard({ file, number, source, alt, children }: FileCardProps) {
  const { t } = useTranslation()
  const found = useBytes(source, file.sha256)
  const bytes = found === 'damaged' ? null : found
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
              // Never as what it is: a browser opens what it knows, and nothing of a file runs in this page.
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

/** The bytes of a file, once they are at hand; null before, and where they are nowhere. */
function useBytes(source: FileSource, sha256: string): Awaited<ReturnType<FileSource>> {
  const [bytes, setBytes] = useState<Awaited<ReturnType<FileSource>>>(null)
  useEffect(() => {
    let left = false
    void source(sha256).then((found) => {
      if (!left) setBytes(found)
    })
    return () => {
      left = true
    }
  }, [source, sha256])
  return bytes
}
