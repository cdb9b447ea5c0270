import { type ComponentType, createContext, useContext } from 'react'

/** Replaces plain rendering on pages that examine texts of other users. */
export const CloseReading = createContext<ComponentType<{ text: string }> | null>(null)

/** A user's words: in their own direction and language, with their line breaks, never as markup. */
export function OwnText({ text, lang }: { text: string; lang?: string | undefined }) {
  const Shown = useContext(CloseReading)
  return (
    <span className="own" dir="auto" lang={lang}>
      {Shown === null ? text : <Shown text={text} />}
    </span>
  )
}
