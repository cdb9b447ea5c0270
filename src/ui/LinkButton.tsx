import type { ReactNode } from 'react'

interface LinkButtonProps {
  text: string
  onClick: () => void
  id?: string
  /** Hidden text after it, if several buttons have the same text. */
  about?: ReactNode
}

export const LinkButton = ({ text, onClick, id, about }: LinkButtonProps) => (
  <button type="button" className="link-button" id={id} onClick={onClick}>
    {text}
    {about !== undefined && <span className="unseen"> {about}</span>}
  </button>
)
