import { useEffect, useState } from 'react'

interface PictureProps {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  alt: string
  className?: string
}

/** The address of bytes within the page, for as long as they are shown. */
export function useAddressOf(bytes: Uint8Array<ArrayBuffer> | null, type: string): string | null {
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

/** A picture that is not an address of ours but bytes at hand. */
export function Picture({ bytes, type, alt, className }: PictureProps) {
  const address = useAddressOf(bytes, type)
  return address === null ? null : <img className={className} src={address} alt={alt} />
}
