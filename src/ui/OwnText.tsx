/** Text that somebody wrote: in its own direction and language, its line breaks kept, never anything but text. */
export const OwnText = ({ text, lang }: { text: string; lang?: string | undefined }) => (
  <span className="own" dir="auto" lang={lang}>
    {text}
  </span>
)
