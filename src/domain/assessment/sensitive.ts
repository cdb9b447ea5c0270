export type Sensitive = 'secret' | 'cardNumber' | 'personalNumber'

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const CARD = /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g
const PERSONAL_NUMBER = /(?<![\d-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+]?\d{4}(?![\d-])/g
const KEY = /\b(?:sk|pk|ghp|gho|xox[abp]|AKIA|eyJ)[A-Za-z0-9_-]{12,200}\b|-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/
const PASSWORD =
  /(?:password|passwd|pwd|lösenord|api[ _-]?key|secret|token|nyckel)\s{0,3}(?:[:=]|is\s|är\s)\s{0,3}\S{4,}/i

const digitsOf = (text: string) => text.replace(/\D/g, '')
const notAllTheSame = (digits: string) => new Set(digits).size > 1

/** Prefers silence to a false alarm; order and case numbers seldom pass the check digit. */
export function sensitiveIn(text: string): Sensitive | null {
  if (KEY.test(text) || PASSWORD.test(text)) return 'secret'
  for (const [candidate] of text.matchAll(CARD)) {
    const digits = digitsOf(candidate)
    if (/^[3-6]/.test(digits) && passesLuhn(digits) && notAllTheSame(digits)) return 'cardNumber'
  }
  for (const [candidate] of text.matchAll(PERSONAL_NUMBER)) {
    if (passesLuhn(digitsOf(candidate).slice(-10))) return 'personalNumber'
  }
  return null
}
