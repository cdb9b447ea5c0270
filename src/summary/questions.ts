import type { Answers } from '../domain/case/answers.ts'
import type { EvidenceFile } from '../domain/evidence/evidence.ts'
import type { Interview } from '../domain/interview/question.ts'
import type { AskedBack } from '../domain/reply/received.ts'
import { questionAnswer, questionLead, replyLine } from '../i18n/replyWords.ts'
import { type Block, blocksOf, heading, type Item, paragraph, section } from './blocks.ts'
import { joined, note, own, quiet, type Saying, spoken, strong } from './spans.ts'

interface AnsweredIn {
  interview: Interview
  answers: Answers
  evidence: readonly EvidenceFile[]
}

/** What account managers have asked, reply by reply, and what the customer has answered. */
export const questionBlocks = (saying: Saying, asked: readonly AskedBack[], answered: AnsweredIn): readonly Block[] =>
  [...new Set(asked.map(({ reply }) => reply))].map((reply) => ({
    ...section(heading(3, replyLine(saying.words, reply)), {
      is: 'list',
      look: 'numbered',
      items: asked.filter((each) => each.reply === reply).map((each) => questionItem(saying, each, answered)),
    }),
    look: 'asked-back',
  }))

function questionItem(saying: Saying, each: AskedBack, answered: AnsweredIn): Item {
  const { words } = saying
  const say = (key: string) => words.translate(`reply:sheet.${key}`)
  const { before, now } = questionAnswer(words, each, answered)
  const told = [
    { label: say('said'), text: each.said },
    { label: say('before'), text: before },
    { label: say('now'), text: now },
  ].flatMap(({ label, text }) => {
    const said = own(saying, text)
    return said === null ? [] : [{ label, lines: [[said]] }]
  })
  return {
    text: joined([
      strong(questionLead(words, each)),
      { text: each.text, voice: 'other', ...spoken(saying, each.reply.language) },
      quiet(say(each.isAnswered ? 'answered' : 'open')),
    ]),
    blocks: blocksOf(
      each.isGone && paragraph(note(say('gone'))),
      each.changedBefore && !each.isGone && paragraph(note(say('beforeUnknown'))),
      told.length > 0 && { is: 'facts', rows: told },
    ),
  }
}
