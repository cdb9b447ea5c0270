import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { written } from '../../domain/case/answer.ts'
import { MAX_PIXELS } from '../../domain/evidence/evidence.ts'
import type { ReportFile } from '../../domain/report/report.ts'
import { evidenceName } from '../../exchange/evidence/nameOf.ts'
import { sizeWords, typeWords } from '../../i18n/fileWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { download } from '../../platform/files.ts'
import { OwnText } from '../../ui/OwnText.tsx'
import { Picture } from '../../ui/Picture.tsx'
import type { FileSource } from './filesOfCase.ts'

interface FileListProps {
  words: Words
  files: readonly ReportFile[]
  language: string
  source: FileSource
}

/** The files of a case: what each is, what it shows and where it is used; pictures are seen, the rest is downloaded. */
export function FileList({ words, files, language, source }: FileListProps) {
  const { t } = useTranslation('evidence')
  if (files.length === 0) return <p>{t('list.none')}</p>
  return (
    <ul className="files">
      {files.map((each) => (
        <FileLine key={each.file.id} {...{ words, language, source }} reported={each} />
      ))}
    </ul>
  )
}

type LineProps = Omit<FileListProps, 'files'> & { reported: ReportFile }

function FileLine({ words, reported, language, source }: LineProps) {
  const { file, number, uses, isLeftOut } = reported
  const { t } = useTranslation('evidence')
  const found = useBytes(source, file.sha256)
  const bytes = found === 'damaged' ? null : found
  const shows = written(file.shows)
  const facts = [typeWords(words, file.type), sizeWords(words, file.size)].join(', ')
  return (
    <li className="file">
      {bytes !== null && file.type.startsWith('image/') && (
        <Picture
          className="file-picture"
          bytes={bytes}
          type={file.type}
          alt={shows ?? file.name}
          most={MAX_PIXELS}
          notShown={t('notShown')}
        />
      )}
      <p className="file-name">
        <span className="code">{number}</span> <OwnText text={file.name} lang={undefined} />{' '}
        <span className="meta">
          {facts} · {t('list.usedIn')} {words.formats.list(uses)}
        </span>
      </p>
      {shows !== null && (
        <p>
          <OwnText text={shows} lang={language || undefined} />
        </p>
      )}
      {found === 'damaged' && <p className="note screen-only">{t('isDamaged', { name: file.name })}</p>}
      {isLeftOut && <p className="not-provided">{t('list.leftOut')}</p>}
      {bytes !== null && (
        <p className="screen-only">
          <button
            type="button"
            className="link-button"
            onClick={() =>
              // Never as what it is: a browser opens what it knows, and nothing of a file runs in this page.
              download(
                new Blob([bytes], { type: 'application/octet-stream' }),
                evidenceName(file, number - 1),
              )
            }
          >
            {t('list.save')}
            <span className="unseen"> {file.name}</span>
          </button>
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
