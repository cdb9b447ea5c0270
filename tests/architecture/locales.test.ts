import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createInstance } from 'i18next'
import type { Plugin, UserConfig } from 'vite'
import { describe, expect, it } from 'vitest'
import { OPEN_ACTIONS, OTHER_STEPS, RULES } from '../../src/domain/assessment/conclusion.ts'
import { NOTICES } from '../../src/domain/assessment/notice.ts'
import { type AnyRow, areaFields, emptyAnswers, LIST_PATHS, rowFields } from '../../src/domain/case/answers.ts'
import { askedInRow, askedOn } from '../../src/domain/interview/askedQuestions.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import { isList, type Question, questionsOf } from '../../src/domain/interview/question.ts'
import { RULE_NUMBERS } from '../../src/domain/ruleNumbers.ts'
import { LANGUAGES } from '../../src/i18n/languages.ts'
import { keyOf } from '../../src/i18n/questionWords.ts'
import config from '../../vite.config.ts'
import { aCase } from '../support/aCase.ts'

const locales = fileURLToPath(new URL('../../locales/', import.meta.url))
const src = fileURLToPath(new URL('../../src/', import.meta.url))

type Words = { [key: string]: string | Words }

const namespaces = readdirSync(join(locales, 'sv'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))
const read = (language: string, namespace: string) =>
  JSON.parse(readFileSync(join(locales, language, `${namespace}.json`), 'utf8')) as Words

/** Every text of a file by its key. */
const flat = (words: Words, prefix = ''): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(words).map(([key, value]) =>
      typeof value === 'string' ? { [prefix + key]: value } : flat(value, `${prefix}${key}.`),
    ),
  )
const texts = (language: string) =>
  Object.assign(
    {},
    ...namespaces.map((namespace) =>
      Object.fromEntries(
        Object.entries(flat(read(language, namespace))).map(([key, text]) => [`${namespace}:${key}`, text]),
      ),
    ),
  ) as Record<string, string>

const all = Object.fromEntries(LANGUAGES.map(({ id }) => [id, texts(id)])) as Record<
  'sv' | 'en',
  Record<string, string>
>
const steps = interview.parts.flatMap(({ steps: pages }) => pages)
const questions: Question[] = steps.flatMap(questionsOf)
const has = (language: 'sv' | 'en', key: string) => {
  const words = all[language]
  return key in words || (`${key}_one` in words && `${key}_other` in words)
}
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

/** Names, codes and sentences that are said in English whatever the page speaks. */
const SAME =
  /^(common:titleOf|about:questions\.deployment\.choices\.(saas|open_source)|start:urgent\.say\..*|reply:texts\.case\..*)$/

describe('words', () => {
  it('has the same files and keys in every language (X-19)', () => {
    for (const { id } of LANGUAGES) {
      expect(readdirSync(join(locales, id)).sort()).toEqual(readdirSync(join(locales, 'sv')).sort())
      expect(Object.keys(all[id]).sort()).toEqual(Object.keys(all.sv).sort())
      for (const part of ['start', 'interview', 'later', 'account'])
        expect(readFileSync(join(locales, id, `${part}.ts`), 'utf8')).toBe(
          readFileSync(join(locales, 'sv', `${part}.ts`), 'utf8'),
        )
    }
  })

  it('shows the sentence of the other language where one is missing, and never a key (X-19)', async () => {
    const plugins = ((config as UserConfig).plugins ?? []) as Plugin[]
    const filling = plugins.find(({ name }) => name === 'whole-languages')?.transform
    if (typeof filling !== 'function') throw new Error('nothing fills in what is missing')
    for (const [language, other] of [
      ['sv', 'en'],
      ['en', 'sv'],
    ] as const) {
      const own = read(language, 'start')
      const { heading: _, ...rest } = own
      const { heading: also, ...urgent } = own.urgent as Words
      const lacking = JSON.stringify({ ...rest, urgent })
      const made = filling.call({} as never, lacking, join(locales, language, 'start.json'))
      const words = createInstance()
      await words.init({
        lng: language,
        ns: ['start'],
        resources: { [language]: { start: JSON.parse((made as { code: string }).code) } },
      })
      expect(words.t('start:heading' as never)).toBe(all[other]['start:heading'])
      expect(words.t('start:urgent.heading' as never)).toBe(all[other]['start:urgent.heading'])
      expect(also).not.toBe(all[other]['start:urgent.heading'])
      expect(words.t('start:new' as never)).toBe(all[language]['start:new'])
    }
  })

  it.each(Object.keys(all.sv))('says %s with the same values, and never nothing', (key) => {
    expect(placeholders(all.en[key] ?? '')).toEqual(placeholders(all.sv[key] ?? ''))
    for (const { id } of LANGUAGES) expect(all[id][key]?.trim()).not.toBe('')
  })

  it('leaves no English in Swedish', () => {
    const same = Object.keys(all.sv).filter((key) => {
      const [sv = '', en = ''] = [all.sv[key], all.en[key]]
      return sv === en && sv.replace(/\{\{\w+\}\}/g, '').split(/\s+/).length > 2 && !SAME.test(key)
    })
    expect(same).toEqual([])
    const englishWords = /\b(?:the|you|your|with|and|have|has|been|this|please|sorry)\b/i
    const mixed = Object.entries(all.sv).filter(([key, text]) => englishWords.test(text) && !SAME.test(key))
    expect(mixed).toEqual([])
  })

  it('has both plural forms wherever it counts', () => {
    for (const { id } of LANGUAGES)
      for (const key of Object.keys(all[id]).filter((name) => name.endsWith('_one')))
        expect(all[id]).toHaveProperty([key.replace(/_one$/, '_other')])
  })

  it('never begs, blames or apologises', () => {
    const filler = /\b(?:please|sorry|unfortunately|invalid|oops|tyvärr|vänligen|ogiltig\w*|ursäkta)\b/i
    for (const { id } of LANGUAGES) expect(Object.entries(all[id]).filter(([, text]) => filler.test(text))).toEqual([])
  })

  it.each(questions)('has everything that is said about $path, in both languages', ({ path, choices }) => {
    for (const { id } of LANGUAGES) {
      expect(has(id, `${keyOf(path)}.label`), `${id} ${path}`).toBe(true)
      for (const choice of choices ?? []) expect(has(id, `${keyOf(path)}.choices.${choice}`)).toBe(true)
    }
  })

  it('gives no reason twice, and no page more than three sentences of reasons', () => {
    const rows: AnyRow[] = [{}, { from: 'merchant' }, { from: 'partner', answer: 'plan' }].map((row) => ({
      ...row,
      id: 'row-1',
      code: 1,
    }))
    const { answers } = aCase({ 'partner.told': 'cannot' })
    const pages = steps.flatMap((step) => [
      askedOn(step, emptyAnswers()),
      askedOn(step, answers),
      ...(isList(step) ? rows.map((row) => askedInRow(step, answers, row)) : []),
    ])
    for (const { id } of LANGUAGES) {
      const reasonOf = ({ path }: Question) => all[id][`${keyOf(path)}.why`] ?? []
      const said = questions.flatMap(reasonOf)
      expect(said.length).toBeGreaterThan(15)
      expect(new Set(said).size).toBe(said.length)
      for (const asked of pages) {
        const sentences = asked
          .flatMap(({ question }) => reasonOf(question))
          .join(' ')
          .match(/[.?!]”?(?: |$)/g)
        expect(sentences?.length ?? 0, asked[0]?.address).toBeLessThanOrEqual(3)
      }
    }
  })

  it('spells no number that a rule has', () => {
    const spelled: Record<number, string> = { 3: '3|three|tre', 5: '5|five|fem' }
    const said = Object.values(RULE_NUMBERS).map((value) => spelled[value] ?? `${value}`)
    const before = '(?:at most|no more than|högst)'
    const after = '(?:working days|arbetsdagar|examples|exempel)'
    const number = new RegExp(`${before} (?:${said.join('|')})\\b(?![.,]\\d)|\\b(?:${said.join('|')})[ -]${after}`, 'i')
    for (const { id } of LANGUAGES) expect(Object.entries(all[id]).filter(([, text]) => number.test(text))).toEqual([])
    const known = Object.keys(RULE_NUMBERS).map((name) => `{{${name}}}`)
    for (const name of known) expect(Object.values(all.en).some((text) => text.includes(name))).toBe(true)
  })

  it('has a heading for every page and all words of every list', () => {
    for (const { id } of LANGUAGES)
      for (const step of steps) {
        const [area, name] = step.id.split('/')
        if (!isList(step)) expect(has(id, `${area}:steps.${name}`), step.id).toBe(true)
        else {
          expect(has(id, `${area}:steps.${step.page.id}`), step.page.id).toBe(true)
          for (const word of ['heading', 'lead', 'empty', 'add', 'save', 'saveAndAdd', 'untitled', 'count'])
            expect(has(id, `${area}:lists.${name}.${word}`), `${step.id} ${word}`).toBe(true)
        }
      }
  })

  it('has a sentence for everything that can be concluded', () => {
    for (const { id } of LANGUAGES) {
      for (const rule of Object.keys(RULES)) expect(has(id, `assessment:conclusions.${rule}.why`), rule).toBe(true)
      for (const notice of Object.keys(NOTICES)) {
        const key = `assessment:noticeTexts.${notice}`
        expect(has(id, key) || has(id, `${key}.secret`), notice).toBe(true)
      }
      for (const step of [...OPEN_ACTIONS, ...OTHER_STEPS])
        for (const key of [
          `assessment:next.${step}.heading`,
          `assessment:next.${step}.text`,
          `sheet:next.${step}`,
          `inbox:steps.${step}`,
        ])
          expect(has(id, key), key).toBe(true)
    }
  })

  it('asks for every field of the case, and for none that is not there', () => {
    const fields = Object.entries(areaFields).flatMap(([area, schema]) =>
      Object.keys(schema).map((field) => `${area}.${field}`),
    )
    const inRows = LIST_PATHS.flatMap((list) => Object.keys(rowFields[list]).map((field) => `${list}.*.${field}`))
    const asked = [...fields, ...inRows].filter((path) => !LIST_PATHS.some((list) => list === path))
    expect(questions.map(({ path }) => path).sort()).toEqual(asked.sort())
  })

  it('has no word that nothing says', () => {
    const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join(src, file), 'utf8'))
      .join('\n')
    const last = (key: string) => key.split(':')[1]?.replace(/_(one|other)$/, '') ?? key
    // Keys made of ids are looked up above; the others stand in the code, whole or behind a template.
    const made = /:(questions|steps|lists|conclusions|noticeTexts|next|said)\.|:(name|task)$/
    const unused = Object.keys(all.sv)
      .filter((key) => !made.test(key))
      .filter((key) => {
        // Drafts have a sentence for where a date, a title or a list is missing: `request` and `requestBy`.
        const path = last(key).replace(/(Plain|By|Untitled|More|Month)$/, '')
        if (code.includes(path)) return false
        const parts = path.split('.')
        return !parts.some((_, at) => at > 0 && code.includes(`${parts.slice(0, at).join('.')}.\${`))
      })
    expect(unused).toEqual([])
  })
})
