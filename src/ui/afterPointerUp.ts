let isDown = false
for (const type of ['pointerdown', 'pointerup', 'pointercancel'])
  document.addEventListener(type, () => (isDown = type === 'pointerdown'), true)

/** Runs a layout-shifting update now, or on `pointerup` if a pointer is down, so that the pressed button does not move. */
export function afterPress(run: () => void): void {
  // In a timeout, since the click comes right after `pointerup`.
  if (isDown) document.addEventListener('pointerup', () => setTimeout(run), { once: true, capture: true })
  else run()
}
