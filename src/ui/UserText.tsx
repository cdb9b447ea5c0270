import { type ComponentType, createContext, useContext } from 'react'

/** How texts of others are shown where they are looked at closely; as they are where it is not given. */
export const CloseReading = createContext<ComponentType<{ text: string }> | null>(null)

/** Text that somebody wrote: in its own direction and language, its line breaks kept, never anything but text. */
export function OwnText({ text, lang }: { text: string; lang?: string | undefined }) {
  const Shown = useContext(CloseReading)
  return (
    <span className="own" dir="auto" lang={lang}>
      {Shown === null ? text : <Shown text={text} />}
    </span>
  )
}
