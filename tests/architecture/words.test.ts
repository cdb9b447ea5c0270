import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const locales = fileURLToPath(new URL('../../locales/', import.meta.url))

type Words = { [key: string]: string | Words }
interface Rule {
  says: string
  wrong: RegExp
  /** Keys that may say it, with the reason why. */
  except?: Readonly<Record<string, string>>
}

const flat = (words: Words, prefix: string): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )

const textsOf = (language: string) =>
  readdirSync(join(locales, language))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
    .flatMap((name) =>
      flat(JSON.parse(readFileSync(join(locales, language, `${name}.json`), 'utf8')) as Words, `${name}:`),
    )

/** What British readers of Adobe’s own pages would stumble over. */
const ENGLISH: readonly Rule[] = [
  { says: 'email, as Adobe does', wrong: /\be-mail/i },
  { says: 'with curly apostrophes and quotation marks', wrong: /['"]/ },
  { says: 'for example, with a comma', wrong: /\bfor example(?![,:])/i },
  { says: 'an ellipsis close to its word', wrong: /\S …/ },
  { says: 'per cent close to its number', wrong: /\d %/ },
  { says: 'store, not shop', wrong: /\bshops?\b/i },
  { says: 'someone and no one', wrong: /\b(?:some|no|every)body\b/i },
  {
    says: 'entries in the contact log, since a contact is a person',
    wrong: /\d\}?\}? contacts?\b|\ba contact with\b|\bno contacts\b|\brecorded contacts?\b/i,
  },
  { says: 'up to a number, not at most', wrong: /\bat most\b/i },
  { says: 'specific, as Adobe does', wrong: /\bconcrete\b/i },
  { says: 'decision, not verdict', wrong: /\bverdict/i },
  { says: 'contract for the paper, not agreement', wrong: /\bagreement\b/i },
  { says: 'the guide, not the assessment', wrong: /\bthe assessment\b/i },
  { says: 'that nothing has changed, in one way', wrong: /\bnothing (?:has been|was|is) (?:changed|opened)\b/i },
  { says: 'what can be checked, not looked up by strangers', wrong: /\blooked? up\b|\bstrangers?\b|\boutsiders?\b/i },
  { says: 'impact, not what it has led to', wrong: /\bled to\b/i },
  { says: 'according to the customer', wrong: /\bby (?:the customer’s|our) (?:own )?account\b/i },
  {
    says: 'what is created and shared, not handed over',
    wrong: /\bhand(?:s|ed|ing)? (?:\w+ ){0,2}over\b|\bhand-over\b/i,
  },
  { says: 'summary, not readiness sheet', wrong: /\breadiness\b/i },
  {
    says: 'what has been delivered, not what is here or has come',
    wrong: /\b(?:deliverables?|all|they) (?:is|are) here\b|\bhas come\b/i,
  },
  {
    says: 'which account manager: Adobe’s',
    wrong: /(?<!Adobe )\baccount managers?\b/i,
    except: {
      'help:words.accountManager': 'explains the word, and names the other one',
    },
  },
  {
    says: 'British spelling',
    wrong: /\b(?:color|organization|license[sd]?|recognize|center|gray|program?ming|catalog)\b/i,
  },
]

/** What was translated into Swedish once, or has a better word. */
const SWEDISH: readonly Rule[] = [
  { says: 'mejl eller e-post', wrong: /\bemail|(?<!\{|Apple )\bmail\b/i },
  { says: 'citattecken som i svenskan', wrong: /["“]|(?<![a-zåäö])’/i },
  { says: 'mellanrum före tre punkter och procenttecken', wrong: /[a-zåäö]…|\d%/i },
  {
    says: 'villkor med om i stället för omvänd ordföljd',
    wrong:
      /(?:^|[.!:] )(?:Rensar|Glömmer|Hjälper|Vill|Har|Hittar|Slår|Ändras|Öppnar|Klistrar|Ber|Ingår|Vet|Angav|Hör|Återstår) (?!till )[^.?!]*[.!]/,
  },
  { says: 'sa, inte sade', wrong: /\bsade\b/i },
  { says: 'konsekvens, inte följd', wrong: /\bföljd(?:er|en|erna)?\b/i },
  { says: 'support för en version, inte stöd', wrong: /\bstöd(?:et)?\b/i },
  { says: 'sammanfattning, inte översiktsblad', wrong: /översiktsblad|sammanställning/i },
  { says: 'lyfta, inte eskalera', wrong: /\beskaler/i },
  { says: 'beslut när den kundansvariga avgör, inte bedömning', wrong: /\bbedömning(?:en)?\b/i },
  { says: 'levererad, inte är här', wrong: /\bleverans(?:en|er|erna)? (?:är|har) (?:här|kommit)\b/i },
  {
    says: 'händelser i kontaktloggen, inte antal kontakter',
    wrong: /\}\} kontakt(?:er)?\b|\bantecknade? kontakt(?:en|er|erna)\b/i,
  },
  { says: 'pixlar och testad, inte bildpunkter och prövad', wrong: /bildpunkt|\bpröva/i },
  {
    says: 'vems kundansvariga: hos Adobe',
    wrong: /\bkundansvarig\w*(?! hos Adobe)\b/i,
    except: {
      'help:words.accountManager': 'förklarar ordet och nämner den andra',
    },
  },
]

describe.each([
  ['en', ENGLISH],
  ['sv', SWEDISH],
] as const)('the words of %s', (language, rules) => {
  const texts = textsOf(language)

  it.each(rules)('say $says', ({ wrong, except = {} }) => {
    const found = texts.filter(([, text]) => wrong.test(text))
    expect(found.filter(([key]) => !(key in except))).toEqual([])
    // An exception that is no longer needed is removed.
    expect(Object.keys(except).filter((key) => !found.some(([other]) => other === key))).toEqual([])
  })
})
