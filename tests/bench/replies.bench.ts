import { giveFile, test, visit } from '../e2e/guide.ts'
import { withExamples } from '../e2e/withExamples.ts'
import { aQuestion, aReply } from '../support/aReply.ts'
import { sealed } from '../support/sealed.ts'
import { median, report, typing } from './measuring.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 5)

/** The worked case with replies, each with as many questions about other answers than the one that is typed. */
function withReplies(count: number) {
  const file = withExamples(10)
  const current = { id: file.caseId }
  const replies = Array.from({ length: count }, (_, reply) => ({
    reply: aReply(current, {
      replyId: `reply-${reply}`,
      revision: reply,
      questions: Array.from({ length: count }, (_, id) =>
        aQuestion(file, `q${reply}-${id}`, id % 2 === 0 ? 'about.company' : 'scope.concern'),
      ),
    }),
    receivedOn: '2026-11-25',
  }))
  return sealed({ ...file, caseId: `replies${count}`, replies })
}

test('typing in a case with replies', async ({ page }) => {
  report(['replies × questions', 'typing, ms'])
  report(['--:', '--:'])
  for (const count of [0, 3, 20]) {
    const file = withReplies(count)
    await visit(page, '/')
    await giveFile(page, 'underlag.json', JSON.stringify(file))
    await page.waitForURL(/case/)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      await visit(page, `/case/${file.caseId}/examples.items/E-5/example`)
      times.push(await typing(page))
      await page.reload()
    }
    report([`${count} × ${count}`, median(times).toFixed(1)])
  }
})
