import { useEffect, useState } from 'react'

interface PictureProps {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  alt: string
  className?: string
  most: number
  /** The text instead, also for a picture that cannot be read. */
  notShown: string
}

/** The object URL of a picture; null until its size is known, `notShown` above `most` pixels. A browser decodes only what it draws. */
export function useShown(bytes: Uint8Array<ArrayBuffer>, type: string, most: number): string | null | 'notShown' {
  const [shown, setShown] = useState<string | null | 'notShown'>(null)
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([bytes], { type }))
    const picture = new Image()
    picture.onload = () => setShown(picture.naturalWidth * picture.naturalHeight > most ? 'notShown' : url)
    picture.onerror = () => setShown('notShown')
    picture.src = url
    return () => {
      picture.onload = null
      picture.onerror = null
      setShown(null)
      URL.revokeObjectURL(url)
    }
  }, [bytes, type, most])
  return shown
}

export function Picture({ bytes, type, alt, className, most, notShown }: PictureProps) {
  const shown = useShown(bytes, type, most)
  if (shown === 'notShown') return <p className="note">{notShown}</p>
  return shown === null ? null : <img className={className} src={shown} alt={alt} />
}
