import { useTranslation } from 'react-i18next'
import { useWords } from '../../i18n/useWords.ts'
import { SheetDocument } from './SheetDocument.tsx'
import type { SheetProps } from './sheetProps.ts'

/** The sheet in the words of the language that is spoken around it. */
export function SpokenSheet(props: Omit<SheetProps, 'words'>) {
  useTranslation(['sheet', 'review', 'assessment', 'evidence', 'reply'])
  const words = useWords()
  return <SheetDocument {...props} words={words} />
}
