import { caseFile, chooseLanguage, expect, giveFile, heading, test, visit, wordsOf } from './guide.ts'
import { textOfPages } from './printed.ts'
import { ask, downloaded, handOver, somebody } from './reader.ts'

const DIRECTIONS = [
  ['sv', 'en'],
  ['en', 'sv'],
] as const

for (const [own, theirs] of DIRECTIONS)
  test(`a case goes back and forth twice between a merchant (${own}) and an account manager (${theirs}) @slow`, async ({
    page,
    browser,
    baseURL,
  }) => {
    test.setTimeout(180_000)
    const [say, read] = [wordsOf(own), wordsOf(theirs)]
    await chooseLanguage(page, own)
    await visit(page, '/')
    await giveFile(page, 'case.json', caseFile(own === 'sv' ? 'C1-sv' : 'C1'))
    await page.waitForURL(/case/)
    const address = page.url().split('#')[1] ?? ''
    const manager = await somebody(browser, baseURL, { language: theirs })

    let file = await handOver(page, address)
    const rounds = [
      { at: 'request.ask', question: 'Until when?', answer: 'Until the first of December.' },
      { at: 'scope.deliverables.S-1.status', question: 'Has it come since?', answer: 'No, nothing has come.' },
    ]
    for (const [round, { at, question, answer }] of rounds.entries()) {
      await visit(manager, '/review')
      await giveFile(manager, file.name, file.bytes)
      if (round > 0) {
        // What the first round asked is answered, and leads what has changed.
        await expect(heading(manager)).toHaveText(read('changes:heading'))
        await expect(manager.locator('main h2').first()).toHaveText(read('changes:questions'))
        await expect(manager.locator('.asked-back')).toContainText(rounds[round - 1]?.answer ?? '')
        await manager.getByRole('button', { name: read('changes:whole') }).click()
      }
      await expect(heading(manager)).toContainText('Nordfjäll')
      await ask(manager, at, question)
      await manager.getByLabel(read('reply:verdicts.needMore.label')).check()
      await manager.getByLabel(read('reply:form.from')).fill('Karin Ek')
      const reply = await downloaded(manager, () =>
        manager.getByRole('button', { name: read('reply:form.download') }).click(),
      )
      const paper = (await textOfPages(reply.bytes)).join(' ')
      expect(paper).toContain(question)

      await visit(page, '/')
      await giveFile(page, reply.name, reply.bytes)
      await expect(heading(page)).toHaveText(say('reply:own.heading'))
      const open = page.getByRole('listitem').filter({ hasText: question })
      await open.getByRole('link', { name: say('reply:own.go') }).click()
      await page.getByLabel(say('reply:own.sayLabel')).fill(answer)
      await page.getByRole('button', { name: say('common:continue') }).click()
      await expect(heading(page)).toHaveText(say('reply:own.heading'))
      await expect(page.getByText(say('reply:own.allAnswered')).first()).toBeVisible()
      file = await handOver(page, address)
      expect(file.name).toMatch(new RegExp(`-r${round + 3}\\.pdf$`))
      // The first page says it, and the answers come first behind it.
      const [front = '', next = ''] = await textOfPages(file.bytes)
      const told = { count: round + 1, of: round + 1 }
      expect(front).toContain(say(round === 0 ? 'sheet:answered_one' : 'sheet:answered_other', told).slice(0, 30))
      expect(next).toContain(answer)
    }

    await visit(manager, '/review')
    await giveFile(manager, file.name, file.bytes)
    await expect(heading(manager)).toHaveText(read('changes:heading'))
    // What was answered before is in the case, and no news.
    const main = manager.locator('main')
    await expect(main).toContainText(rounds.at(-1)?.answer ?? '')
    await expect(main).not.toContainText(rounds[0]?.answer ?? '')
    await manager.getByRole('button', { name: read('changes:whole') }).click()
    for (const { answer } of rounds) await expect(main).toContainText(answer)
    await manager.context().close()
  })
