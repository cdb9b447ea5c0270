export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The address must live until the browser has read the file.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Null if it cannot be read: a folder, or a file that is deleted or locked. */
export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

export function canShare(bytes: Blob, name: string): boolean {
  try {
    return navigator.canShare?.({ files: [new File([bytes], name, { type: bytes.type })] }) ?? false
  } catch {
    return false
  }
}

export async function share(bytes: Blob, name: string): Promise<boolean> {
  try {
    await navigator.share({ files: [new File([bytes], name, { type: bytes.type })] })
    return true
  } catch {
    return false
  }
}
