import type { ComponentProps, ReactNode } from 'react'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'about'> {
  /** Said after the text to screen readers, if several buttons have the same text. */
  about?: ReactNode
  /** A press does nothing for now, and the button keeps the focus. */
  isOff?: boolean
}

const PlainButton = ({ about, isOff, onClick, children, ...rest }: ButtonProps) => (
  <button type="button" aria-disabled={isOff} onClick={isOff ? undefined : onClick} {...rest}>
    {children}
    {about !== undefined && <span className="unseen"> {about}</span>}
  </button>
)

/** @param isMain what the page is for; every other button is quieter */
export const Button = ({ isMain = false, ...rest }: ButtonProps & { isMain?: boolean }) => (
  <PlainButton className={isMain ? 'button' : 'button secondary'} {...rest} />
)

/** A button that looks like a link: it acts on this page. */
export const LinkButton = (props: ButtonProps) => <PlainButton className="link-button" {...props} />
