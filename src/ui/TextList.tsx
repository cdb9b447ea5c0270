interface TextListProps {
  /** All different. */
  texts: readonly string[]
  className?: string
}

export const TextList = ({ texts, className }: TextListProps) => (
  <ul className={className}>
    {texts.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
)
