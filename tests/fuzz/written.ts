import * as z from 'zod/mini'
import { deliverablesIn } from '../../src/domain/areas/scope/pastedList.ts'
import { replaceRows } from '../../src/domain/case/address.ts'
import { answersSchema, emptyAnswers, emptyRow, type ListPath } from '../../src/domain/case/answers.ts'
import { cleanText } from '../../src/domain/case/cleanText.ts'
import type { MissingYear } from '../../src/domain/dates/missingYear.ts'
import { isPlainDate, isPlainMonth } from '../../src/domain/dates/plainDate.ts'
import { readWrittenDate, type WrittenDate } from '../../src/domain/dates/writtenDate.ts'
import { aCase } from '../support/aCase.ts'
import { proposalsIn } from '../support/mails.ts'
import { must } from './opened.ts'

export const TODAY = '2026-11-25'
const LANGUAGES = ['sv', 'en', 'de']
/** One of them for each text, the same each time. */
export const languageFor = (text: string): string => LANGUAGES[text.length % LANGUAGES.length] ?? 'sv'

const { answers } = aCase({
  'about.company': 'Nordfjäll Friluft AB',
  'about.name': 'Anna Ek',
  'about.email': 'anna@nordfjall.example',
  'about.partnerCompany': 'Kvistbro Digital AB',
  'about.partnerPeople': [{ name: 'Bo Lind', role: 'projektledare' }],
})

/** What is proposed becomes rows, and the case has to be one that can be read again. */
export function rowsAreWell(list: ListPath, rows: readonly Readonly<Record<string, unknown>>[]) {
  const whole = rows.map((row, at) => ({ ...emptyRow(list), ...row, id: `row-${at}`, code: at + 1 }))
  const held = replaceRows(emptyAnswers(), list, () => whole)
  must(z.safeParse(answersSchema, held).success, 'rows that a case cannot hold')
  for (const value of rows.flatMap((row) => Object.values(row))) {
    const text = typeof value === 'string' ? value : ((value as { typed?: string } | null)?.typed ?? '')
    must(cleanText(text) === text, `text that is not clean: ${JSON.stringify(text.slice(0, 200))}`)
  }
}

export function mailIsWell(text: string, language: string): string {
  const found = proposalsIn(text, answers, { language, today: TODAY })
  rowsAreWell(
    'partner.log',
    found.map(({ row }) => ({ ...row })),
  )
  for (const { row, entry, because } of found) {
    must(typeof row.date !== 'string' || isPlainDate(row.date), `the day ${String(row.date)}`)
    must((row.text ?? '').length <= 3_000, `${row.text?.length} characters of a mail`)
    for (const sentence of because) must(entry.text.includes(sentence), 'a guess from a sentence that is not there')
    must(
      because.length > 0 || (row.answer === null && row.promised === null) || row.answer === 'auto',
      'a guess from nothing',
    )
  }
  return found
    .slice(0, 3)
    .map(({ row }) => `${row.from} ${typeof row.date} ${row.answer} ${row.concernStated} ${row.text?.endsWith('…')}`)
    .join()
}

export function listIsWell(text: string, language: string): string {
  const found = deliverablesIn(text, ['Offertflöde', null], { language, today: TODAY, year: 'nearest' })
  must(found.length <= 500, `${found.length} deliverables`)
  for (const { title } of found) must(title.trim() === title && title !== '', 'a deliverable without a name')
  rowsAreWell(
    'scope.deliverables',
    found.map(({ title, promised }) => ({ title, promised })),
  )
  const dated = found.filter(({ promised }) => promised !== null).length
  return [found.length, dated, found.filter(({ isKnown }) => isKnown).length]
    .map((count) => Math.ceil(Math.log2(count + 1)))
    .join(' ')
}

/** A date in a word or two, as it stands in the files of dates. */
export const inShort = (date: WrittenDate): string =>
  date.is === 'day'
    ? date.day
    : date.is === 'month'
      ? date.month
      : date.is === 'ambiguous'
        ? date.either.join(' or ')
        : '-'

export const dateIsWell = (text: string, language: string): string =>
  (['past', 'coming', 'nearest', { from: '2026-03-01' }] as const).map((year) => dayIsWell(text, language, year)).join()

function dayIsWell(text: string, language: string, year: MissingYear): string {
  const habits = { language, today: TODAY, year }
  const read = readWrittenDate(text, habits)
  if (read.is === 'day') {
    must(isPlainDate(read.day), `the day ${read.day}`)
    must(inShort(readWrittenDate(read.day, habits)) === read.day, 'a day that is not read as itself')
  }
  if (read.is === 'month') must(isPlainMonth(read.month), `the month ${read.month}`)
  if (read.is === 'ambiguous') {
    const [first, second] = read.either
    must(isPlainDate(first) && isPlainDate(second) && first !== second, `${first} or ${second}`)
  }
  // However it is typed: with blanks around it, or with letters and their marks apart.
  for (const same of [` ${text}\u00a0`, text.normalize('NFD')])
    must(inShort(readWrittenDate(same, habits)) === inShort(read), `read otherwise as ${JSON.stringify(same)}`)
  return `${read.is} ${text.length > 3 ? text.replace(/\d/g, '9').slice(0, 3) : ''}`
}
