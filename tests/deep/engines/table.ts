import { readdirSync, readFileSync } from 'node:fs'
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter'
import { LEFT_OUT } from './leftOut.ts'

const folder = new URL('../../e2e/', import.meta.url)
const suiteText = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')

/** What was asked of each engine, in a short table; and what was not, by name. */
export default class Table implements Reporter {
  private suite: Suite | null = null

  onBegin(_: FullConfig, suite: Suite): void {
    this.suite = suite
  }

  async onEnd({ status }: FullResult) {
    const names = LEFT_OUT.flatMap(({ tests }) => tests)
    for (const project of this.suite?.suites ?? []) {
      const outcomes = project.allTests().map((test) => test.outcome())
      const count = (outcome: string) => outcomes.filter((each) => each === outcome).length
      const seconds = project
        .allTests()
        .flatMap(({ results }) => results)
        .reduce((sum, { duration }) => sum + duration / 1000, 0)
      console.log(
        `\n${project.title.padEnd(10)} ${count('expected')} passed, ${count('unexpected')} failed, ${seconds.toFixed(0)} s`,
      )
      if (project.title !== 'firefox') continue
      for (const { tests, why } of LEFT_OUT)
        for (const title of tests) console.log(`  not asked: ${title}\n             ${why}`)
    }
    const unknown = names.filter((title) => !suiteText.includes(title))
    if (unknown.length > 0) console.log(`no test has this name any more: ${unknown.join('; ')}`)
    return { status: unknown.length > 0 ? ('failed' as const) : status }
  }
}
