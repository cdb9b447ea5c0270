import { useEffect, useState } from 'react'

interface PictureProps {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  alt: string
  className?: string
  /** Above this, in pixels, it is not drawn. */
  most: number
  /** What is said instead, and where it cannot be read. */
  notShown: string
}

/** The address of bytes within the page, for as long as they are shown. */
function useAddressOf(bytes: Uint8Array<ArrayBuffer> | null, type: string): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (bytes === null) return
    const made = URL.createObjectURL(new Blob([bytes], { type }))
    setAddress(made)
    return () => {
      setAddress(null)
      URL.revokeObjectURL(made)
    }
  }, [bytes, type])
  return address
}

/** How many pixels a picture has, without end where it cannot be read. A browser reads that from its beginning, and unpacks it only where it is drawn. */
function usePixelsAt(address: string | null): number | null {
  const [pixels, setPixels] = useState<number | null>(null)
  useEffect(() => {
    setPixels(null)
    if (address === null) return
    const unseen = new Image()
    unseen.onload = () => setPixels(unseen.naturalWidth * unseen.naturalHeight)
    // Browsers refuse the largest by themselves.
    unseen.onerror = () => setPixels(Number.POSITIVE_INFINITY)
    unseen.src = address
    return () => {
      unseen.onload = null
      unseen.onerror = null
    }
  }, [address])
  return pixels
}

/**
 * The address of a picture that is at hand as bytes, for as long as it is shown; null until it is known.
 * @param most above this, in pixels, it is not shown
 */
export function useShown(
  bytes: Uint8Array<ArrayBuffer> | null,
  type: string,
  most: number,
): string | null | 'notShown' {
  const address = useAddressOf(bytes, type)
  const pixels = usePixelsAt(address)
  if (address === null || pixels === null) return null
  return pixels > most ? 'notShown' : address
}

/** A picture that is not an address of ours but bytes at hand. */
export function Picture({ bytes, type, alt, className, most, notShown }: PictureProps) {
  const shown = useShown(bytes, type, most)
  if (shown === 'notShown') return <p className="note">{notShown}</p>
  return shown === null ? null : <img className={className} src={shown} alt={alt} />
}
