import { nonBlank } from '../domain/case/answer.ts'
import type { ReportFile } from '../domain/report/report.ts'
import { factsOfFile } from '../i18n/fileWords.ts'
import { type Block, type FileBlock, heading, section } from './blocks.ts'
import { code, joined, own, quiet, type Saying } from './spans.ts'

export function filesSection(saying: Saying, files: readonly ReportFile[]): readonly Block[] {
  if (files.length === 0) return []
  const title = heading(2, saying.words.translate('evidence:list.heading'), 'read-files')
  return [section(title, { is: 'files', files: files.map((each) => fileBlock(saying, each)) })]
}

function fileBlock(saying: Saying, { file, number, uses, isLeftOut }: ReportFile): FileBlock {
  const { words } = saying
  const say = words.translate
  const facts = `${factsOfFile(words, file)} · ${say('evidence:list.usedIn')} ${words.formats.list(uses)}`
  const shows = own(saying, file.shows)
  return {
    file,
    number,
    lines: [
      joined([code(String(number)), { text: file.name, voice: 'other' }, quiet(facts)]),
      ...(shows === null ? [] : [[shows]]),
      ...(isLeftOut ? [[quiet(say('evidence:list.leftOut'))]] : []),
    ],
    alt: nonBlank(file.shows) ?? file.name,
  }
}
