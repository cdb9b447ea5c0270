let isDown = false
for (const type of ['pointerdown', 'pointerup', 'pointercancel'])
  document.addEventListener(type, () => (isDown = type === 'pointerdown'), true)

/**
 * Runs something that may move what is on the page: at once, or when the pointer that is down is let go. What is
 * pressed must not move away from under the finger.
 */
export function afterPress(run: () => void): void {
  // The click comes right after the release, and belongs to what was pressed.
  if (isDown) document.addEventListener('pointerup', () => setTimeout(run), { once: true, capture: true })
  else run()
}
