import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EvidenceFile, MAX_PIXELS } from '../../domain/evidence/evidence.ts'
import type { PictureArea } from '../../store/fileTools.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { useShown } from '../../ui/Picture.tsx'

interface CoverPictureProps {
  file: EvidenceFile
  bytes: Uint8Array<ArrayBuffer>
  id: string
  isBusy: boolean
  onSave: (covers: readonly PictureArea[]) => void
  onCancel: () => void
}

interface Point {
  x: number
  y: number
}

// Shares of the picture: a new box, how far one press moves or resizes it, and below what a drag is a slip.
const NEW_BOX: PictureArea = { x: 0.35, y: 0.4, width: 0.3, height: 0.1 }
const STEP = 0.02
const MIN_DRAG = 0.005

const within = (value: number, most: number) => Math.min(Math.max(value, 0), most)

/** A box that was dragged smaller than a step stays as small. */
const smaller = (size: number) => Math.min(size, Math.max(size - STEP, STEP))

const CHANGES = {
  left: (area: PictureArea) => ({ ...area, x: within(area.x - STEP, 1) }),
  right: (area: PictureArea) => ({ ...area, x: within(area.x + STEP, 1 - area.width) }),
  up: (area: PictureArea) => ({ ...area, y: within(area.y - STEP, 1) }),
  down: (area: PictureArea) => ({ ...area, y: within(area.y + STEP, 1 - area.height) }),
  wider: (area: PictureArea) => ({ ...area, width: Math.min(area.width + STEP, 1 - area.x) }),
  narrower: (area: PictureArea) => ({ ...area, width: smaller(area.width) }),
  taller: (area: PictureArea) => ({ ...area, height: Math.min(area.height + STEP, 1 - area.y) }),
  lower: (area: PictureArea) => ({ ...area, height: smaller(area.height) }),
} as const
const GROUPS = [
  ['left', 'right', 'up', 'down'],
  ['wider', 'narrower', 'taller', 'lower'],
] as const

const between = (a: Point, b: Point): PictureArea => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

export function CoverPicture({ file, bytes, id, isBusy, onSave, onCancel }: CoverPictureProps) {
  const { t } = useTranslation()
  const address = useShown(bytes, file.type, MAX_PIXELS)
  const [areas, setAreas] = useState<readonly PictureArea[]>([])
  const [drawn, setDrawn] = useState<{ from: Point; to: Point } | null>(null)
  const picture = useRef<HTMLDivElement>(null)

  useEffect(() => focusOn(`${id}-heading`), [id])

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = picture.current?.getBoundingClientRect()
    if (box === undefined || box.width === 0 || box.height === 0) return { x: 0, y: 0 }
    return { x: within((clientX - box.left) / box.width, 1), y: within((clientY - box.top) / box.height, 1) }
  }
  const finish = () => {
    if (drawn === null) return
    const area = between(drawn.from, drawn.to)
    if (area.width > MIN_DRAG && area.height > MIN_DRAG) setAreas((before) => [...before, area])
    setDrawn(null)
  }
  const change = (at: number, name: keyof typeof CHANGES) =>
    setAreas((before) => before.map((area, index) => (index === at ? CHANGES[name](area) : area)))
  const shown = drawn === null ? areas : [...areas, between(drawn.from, drawn.to)]
  return (
    <fieldset className="cover">
      <legend className="field-label" id={`${id}-heading`} tabIndex={-1}>
        {t('evidence:cover.heading', { name: file.name })}
      </legend>
      <p className="hint">{t('evidence:cover.text')}</p>
      <div
        className="cover-picture"
        ref={picture}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          const from = pointOf(event)
          setDrawn({ from, to: from })
        }}
        onPointerMove={(event) => {
          if (drawn !== null) setDrawn({ ...drawn, to: pointOf(event) })
        }}
        onPointerUp={finish}
        onPointerCancel={() => setDrawn(null)}
      >
        {address === 'notShown' && <p className="note">{t('evidence:notShown')}</p>}
        {address !== null && address !== 'notShown' && (
          <img src={address} alt={file.shows ?? file.name} draggable={false} />
        )}
        {shown.map(({ x, y, width, height }, at) => (
          <div
            className="cover-area"
            // The boxes have no id, only a place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
          >
            {at + 1}
          </div>
        ))}
      </div>
      <p>
        <Button
          id={`${id}-add`}
          onClick={() => {
            setAreas((before) => [...before, NEW_BOX])
            // Its buttons exist after the next render.
            requestAnimationFrame(() => focusOn(`${id}-area-${areas.length}`))
          }}
        >
          {t('evidence:cover.add')}
        </Button>
      </p>
      {areas.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <fieldset className="cover-buttons" key={at}>
          <legend>{t('evidence:cover.area', { number: at + 1 })}</legend>
          {GROUPS.map((names) => (
            <div className="cover-group" key={names[0]}>
              {names.map((name) => (
                <button
                  type="button"
                  className="button secondary small"
                  key={name}
                  id={name === 'left' ? `${id}-area-${at}` : undefined}
                  onClick={() => change(at, name)}
                >
                  {t(`evidence:cover.${name}`)}
                </button>
              ))}
            </div>
          ))}
          <LinkButton
            onClick={() => {
              setAreas((before) => before.toSpliced(at, 1))
              focusOn(`${id}-add`)
            }}
          >
            {t('evidence:cover.remove')}
          </LinkButton>
        </fieldset>
      ))}
      <div className="actions">
        {areas.length > 0 && (
          <Button isMain aria-disabled={isBusy} onClick={() => isBusy || onSave(areas)}>
            {t('evidence:cover.save')}
          </Button>
        )}
        <span role="status">{isBusy ? t('evidence:cover.saving') : ''}</span>
        <LinkButton onClick={onCancel}>{t('common:cancel')}</LinkButton>
      </div>
    </fieldset>
  )
}

const percent = (share: number) => `${share * 100}%`
