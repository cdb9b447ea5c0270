import { questionAbout, questionAnswer, replyLine } from '../../i18n/replyWords.ts'
import type { Block, Text } from './blocks.ts'
import type { SheetInput } from './sheetDocument.ts'
import { heading, joined, ownWords, plain, quiet, strong } from './spans.ts'

/** What account managers have asked, reply by reply, and what the customer has answered. */
export function questionBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words, interview } = input
  const { askedBack, answers, evidence } = sheet.report
  if (askedBack.length === 0) return []
  const say = words.translate
  return [
    heading(say('reply:sheet.heading')),
    ...[...new Set(askedBack.map(({ reply }) => reply))].flatMap((reply): readonly Block[] => [
      { is: 'heading', level: 3, text: [plain(replyLine(words, reply))] },
      {
        is: 'answers',
        rows: askedBack
          .filter((asked) => asked.reply === reply)
          .map((asked) => {
            const { before, now } = questionAnswer(words, asked, { interview, answers, evidence })
            const line = (name: string, text: string | null): Text | null => {
              const own = ownWords(input, text)
              return own === null ? null : joined(quiet(`${say(`reply:sheet.${name}`)}:`), own)
            }
            const lines = [
              [strong(asked.text)],
              asked.isGone ? [quiet(say('reply:sheet.gone'))] : null,
              asked.isAnswered || asked.isGone ? null : [quiet(say('reply:sheet.open'))],
              line('said', asked.said),
              line('before', before),
              line('now', now),
            ]
            return {
              label: questionAbout(words, asked) || say('reply:form.whole'),
              lines: lines.filter((each) => each !== null),
            }
          }),
      },
    ]),
  ]
}
