const MINUS = /^[−–-]/

/** As written in Swedish or English: spaces, dots or commas, a typographic minus. Null if invalid or ambiguous. */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s’']/g, '')
  if (plain === '' || plain.length > 30) return null
  const negative = MINUS.test(plain)
  const digits = plain.replace(MINUS, '')
  if (!/^\d[\d.,]*$/.test(digits)) return null
  const value = decimalOf(digits)
  if (value === null || !Number.isFinite(value)) return null
  return negative ? -value : value
}

function decimalOf(digits: string): number | null {
  const lastMark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (lastMark < 0) return Number(digits)
  const mark = digits[lastMark]
  const whole = digits.slice(0, lastMark)
  const decimals = digits.slice(lastMark + 1)
  const marks = digits.split(mark ?? '').length - 1
  const thousandsOnly = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits)
  // 1.234.567 can only be thousands; 1,234 is read as thousands too, since nobody counts in thousandths.
  if (thousandsOnly && (marks > 1 || !/[.,]/.test(whole))) return Number(digits.replace(/[.,]/g, ''))
  if (marks > 1 || decimals === '') return null
  const grouped = /^\d{1,3}(?:[.,]\d{3})*$/.test(whole) || /^\d+$/.test(whole)
  return grouped ? Number(`${whole.replace(/[.,]/g, '')}.${decimals}`) : null
}
