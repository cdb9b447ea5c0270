import { isEmergency } from '../domain/areas/about/urgent.ts'
import { answerOrNull } from '../domain/case/answer.ts'
import { contactOf } from '../domain/report/sheet.ts'
import { questionWords } from '../i18n/questionWords.ts'
import { DOT, ownWordsKey, shopLine } from '../i18n/sheetWords.ts'
import { type Block, blocksOf, paragraph, small } from './blocks.ts'
import { joined, own, type SummaryInput, spansOf, withAddress } from './spans.ts'
import { textsIn } from './text.ts'

/** Room on the first page, in characters. */
const ROOM = { company: 60, id: 40 }

const IDS = ['customerNumber', 'adobeProject', 'adobeContact'] as const

/** What comes before everything else, so that nobody reads past it. */
export function urgentBlock({ sheet, words, language }: SummaryInput): Block | null {
  const { urgent, urgentCase } = sheet.report.answers.about
  if (!isEmergency(urgent)) return null
  const what = questionWords(words, { path: 'about.urgent' }).choice(urgent)
  const number = own({ words, language }, urgentCase, ROOM.id)
  return {
    is: 'paragraph',
    size: 'urgent',
    text: spansOf(
      `${words.translate('sheet:urgent', { what })}.`,
      ...(number === null ? [] : [` ${words.translate('sheet:urgentCase')}: `, number]),
    ),
  }
}

/** Whose case it is, by which numbers Adobe finds it, and whom to ring. */
export function headBlocks(input: SummaryInput): readonly Block[] {
  const { sheet, words, caseCode, revision, reader } = input
  const say = words.translate
  const { about } = sheet.report.answers
  const contact = contactOf(about)
  const company = own(input, about.company, ROOM.company) ?? { text: say('sheet:unnamed') }
  const ids = IDS.flatMap((id) => {
    const said = own(input, answerOrNull(about[id]), ROOM.id)
    return said === null ? [] : [[`${say(`sheet:ids.${id}`)}: `, said]]
  })
  const kicker = [
    say(reader === 'partner' ? 'sheet:headingForPartner' : 'sheet:kicker'),
    say('sheet:standing', { date: words.formats.date(sheet.schedule.asOf) }),
    say('sheet:caseCode', { code: caseCode }),
    revision !== null && say('sheet:revision', { revision }),
  ]
  return blocksOf(
    small(...joined(kicker, DOT)),
    { is: 'heading', level: 1, text: [company], id: 'sheet-company' },
    small(shopLine(words, sheet.report.answers, sheet.schedule.asOf)),
    ids.length > 0 && small(...ids.flatMap((id, at) => (at === 0 ? id : [DOT, ...id]))),
    contact.length > 0 && small(say('sheet:contact', { list: contact.join(', ') })),
  )
}

/** Answers to questions of an account manager are why a later revision was made. */
export function answeredBlock({ sheet, words }: SummaryInput): Block | null {
  const { askedBack } = sheet.report
  const answered = askedBack.filter(({ isAnswered }) => isAnswered).length
  if (answered === 0) return null
  return paragraph(words.translate('sheet:answered', { count: answered, of: askedBack.length }))
}

/** How to read the page, and what the file is. */
export function footBlocks(
  { words, language, opensAt = null }: SummaryInput,
  front: readonly Block[],
): readonly Block[] {
  const say = words.translate
  const isCut = [...textsIn(front)].some((text) => text.includes('…'))
  return blocksOf(
    small(
      ...joined([
        { text: say(`sheet:ownWords.${ownWordsKey(language)}`), voice: 'own' },
        isCut && say('sheet:continues'),
      ]),
    ),
    opensAt !== null && paragraph(...withAddress((address) => say('sheet:opens', { address }), opensAt)),
  )
}
