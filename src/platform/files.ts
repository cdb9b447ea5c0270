export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the file over by the time the next task runs; until then the address must live.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Null if it cannot be read: a folder, a file that has gone or is locked. */
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

/** True if the person went through with it. */
export async function share(bytes: Blob, name: string): Promise<boolean> {
  try {
    await navigator.share({ files: [new File([bytes], name, { type: bytes.type })] })
    return true
  } catch {
    return false
  }
}
