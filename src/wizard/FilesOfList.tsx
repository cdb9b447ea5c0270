import { useNavigate } from 'react-router-dom'
import type { List } from '../domain/interview/question.ts'
import { listWord } from '../i18n/questionWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { handFiles } from '../store/handedFiles.ts'
import { useOpened } from '../store/openCaseContext.tsx'
import { FileChooser } from '../ui/FileChooser.tsx'
import { caseAddress } from './addresses.ts'

/** Takes the files of a list where it stands, and leads to the page that reads them. */
export function FilesOfList({ list, caseId }: { list: List; caseId: string }) {
  const words = useWords()
  const navigate = useNavigate()
  const { store } = useOpened()
  const word = (key: string) => listWord(words, list, `files.${key}`)
  return (
    <section className="files-of-list">
      <h2>{word('label')}</h2>
      <FileChooser
        label={word('label')}
        hint={word('hint')}
        button={word('button')}
        also={word('drop')}
        multiple
        onFiles={(files) => {
          handFiles(store, files)
          navigate(caseAddress(caseId, list.readsFiles))
        }}
        isNamedAbove
      />
    </section>
  )
}
