import { eachElement } from './xmlElements.ts'

interface Level {
  start: number
  format: string
  /** `%1.%2` */
  text: string
}

interface Style {
  basedOn: string | null
  name: string
  outline: number | null
  numId: string | null
  level: number | null
}

interface Numbered {
  style: string | null
  numId: string | null
  level: number | null
}

const MOST_LEVELS = 9

/** How Word numbers paragraphs: by their own lists, or by those of their styles. */
export function numberingOf(stylesXml: string, numberingXml: string) {
  const styles = stylesIn(stylesXml)
  const { levelsOf, linkedTo } = listsIn(numberingXml)
  /** The counters of each list, by its abstract number. */
  const counters = new Map<string, number[]>()

  const inherited = <Value>(id: string | null, value: (style: Style) => Value | null): Value | null => {
    let [at, steps] = [id, 0]
    while (at !== null && steps < 20) {
      const style = styles.get(at)
      const found = style === undefined ? null : value(style)
      if (found !== null) return found
      at = style?.basedOn ?? null
      steps += 1
    }
    return null
  }
  const listOf = ({ style, numId, level }: Numbered) => {
    const own = numId ?? inherited(style, (each) => each.numId)
    const depth = level ?? inherited(style, (each) => each.level) ?? 0
    return own === null || own === '0' ? null : { numId: own, depth: Math.min(MOST_LEVELS - 1, depth) }
  }
  return {
    isHeading: (style: string | null): boolean => {
      const outline = inherited(style, (each) => each.outline)
      return (
        (outline !== null && outline < MOST_LEVELS) ||
        inherited(style, (each) => (/^(?:heading|rubrik|title|titel) ?\d?$/i.test(each.name) ? true : null)) === true
      )
    },
    isContents: (style: string | null): boolean =>
      inherited(style, (each) => (/^(?:toc|innehåll) ?\d/i.test(each.name) ? true : null)) === true,
    isListed: (paragraph: Numbered): boolean => listOf(paragraph) !== null,
    /** The number of the next paragraph of a list, as Word shows it; null if it is a bullet or has none. */
    next: (paragraph: Numbered): string | null => {
      const list = listOf(paragraph)
      if (list === null) return null
      const levels = levelsOf(list.numId)
      const level = levels[list.depth]
      if (level === undefined) return null
      const key = linkedTo(list.numId)
      const counts = counters.get(key) ?? []
      counters.set(key, counts)
      for (let depth = 0; depth < list.depth; depth += 1) counts[depth] ??= levels[depth]?.start ?? 1
      counts[list.depth] = (counts[list.depth] ?? level.start - 1) + 1
      counts.length = list.depth + 1
      if (level.format === 'bullet' || level.format === 'none') return null
      const shown = level.text.replace(/%(\d)/g, (_, at: string) =>
        inFormat(counts[Number(at) - 1] ?? 1, levels[Number(at) - 1]?.format ?? 'decimal'),
      )
      return shown.replace(/[.)\s]{1,4}$/, '') || null
    },
  }
}

function inFormat(count: number, format: string): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26))
  if (format === 'lowerLetter') return letter
  if (format === 'upperLetter') return letter.toUpperCase()
  return String(count)
}

function stylesIn(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style | null = null
  eachElement(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? null
      if (name === 'w:style') {
        style = { basedOn: null, name: '', outline: null, numId: null, level: null }
        styles.set(attributes['w:styleId'] ?? '', style)
      } else if (style === null) return
      else if (name === 'w:basedOn') style.basedOn = value
      else if (name === 'w:name') style.name = value ?? ''
      else if (name === 'w:outlineLvl') style.outline = Number(value)
      else if (name === 'w:numId') style.numId = value
      else if (name === 'w:ilvl') style.level = Number(value)
    },
    text: () => {},
    close: (name) => {
      if (name === 'w:style') style = null
    },
  })
  return styles
}

function listsIn(xml: string) {
  const abstract = new Map<string, Level[]>()
  const links = new Map<string, string>()
  let levels: Level[] | null = null
  let [level, number]: [Level | null, string] = [null, '']
  eachElement(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:abstractNum') {
        levels = []
        abstract.set(attributes['w:abstractNumId'] ?? '', levels)
      } else if (name === 'w:lvl' && levels !== null) {
        level = { start: 1, format: 'decimal', text: '' }
        levels[Math.min(MOST_LEVELS - 1, Number(attributes['w:ilvl']) || 0)] = level
      } else if (name === 'w:num') number = attributes['w:numId'] ?? ''
      else if (name === 'w:abstractNumId' && number !== '') links.set(number, value)
      else if (level === null) return
      else if (name === 'w:start') level.start = Number(value) || 0
      else if (name === 'w:numFmt') level.format = value
      else if (name === 'w:lvlText') level.text = value
    },
    text: () => {},
    close: (name) => {
      if (name === 'w:abstractNum') levels = null
      if (name === 'w:lvl') level = null
      if (name === 'w:num') number = ''
    },
  })
  return {
    levelsOf: (numId: string): readonly (Level | undefined)[] => abstract.get(links.get(numId) ?? '') ?? [],
    linkedTo: (numId: string): string => links.get(numId) ?? numId,
  }
}
