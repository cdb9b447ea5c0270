import { written } from '../../domain/case/answer.ts'
import type { ReportFile } from '../../domain/report/report.ts'
import { sizeWords, typeWords } from '../../i18n/fileWords.ts'
import type { Block } from './blocks.ts'
import type { SheetInput } from './sheetDocument.ts'
import { heading, joined, ownWords, plain, quiet } from './spans.ts'

/** The files of the case: a table of all, then the pictures among them, small. */
export function fileBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words } = input
  const { files } = sheet.report
  if (files.length === 0) return []
  const say = words.translate
  const column = (key: string, share: number) => ({ name: say(`evidence:list.${key}`), share })
  return [
    heading(say('evidence:list.heading')),
    {
      is: 'table',
      caption: say('evidence:list.caption'),
      columns: [
        column('number', 0.5),
        column('name', 2.2),
        column('shows', 2.8),
        column('usedIn', 1),
        column('kind', 1.2),
        column('size', 0.9),
      ],
      rows: files.map(({ file, number, uses, isLeftOut }) => [
        [plain(String(number))],
        joined(ownWords(input, file.name)),
        joined(ownWords(input, file.shows), isLeftOut && quiet(say('evidence:list.leftOut'))),
        [plain(uses.join(', '))],
        [plain(typeWords(words, file.type))],
        [plain(sizeWords(words, file.size))],
      ]),
    },
    ...files
      .filter(({ file, isLeftOut }) => file.type.startsWith('image/') && !isLeftOut)
      .map((each) => pictureBlock(input, each)),
  ]
}

/** What it shows is its alternative; where nobody has said it, its name. */
const pictureBlock = ({ words }: SheetInput, { file, number }: ReportFile): Block => ({
  is: 'picture',
  sha256: file.sha256,
  caption: [
    plain(words.translate('evidence:list.picture', { number, shows: written(file.shows) ?? file.name })),
  ],
  alt: written(file.shows) ?? file.name,
})
