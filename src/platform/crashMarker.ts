const MARK = 'open'

/** True if it was open and the page went without closing it. */
export function markOpen(caseId: string): boolean {
  try {
    const wasOpen = sessionStorage.getItem(MARK) === caseId
    sessionStorage.setItem(MARK, caseId)
    return wasOpen
  } catch {
    return false
  }
}

export function markClosed(): void {
  try {
    sessionStorage.removeItem(MARK)
  } catch {
    // Then nothing was remembered either.
  }
}
