/** A place to fill in. Text with one in it is not finished, and counts as not written. */
const BLANK = /_{3,}/

export const hasBlank = (text: unknown): boolean => typeof text === 'string' && BLANK.test(text)
