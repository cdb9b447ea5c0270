import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { OUTSIDE } from '../e2e/allPages.ts'
import { launchOptions } from '../support/browser.ts'
import { dist } from '../support/host.ts'
import { report } from './measuring.ts'
import { startPackedHost } from './packedHost.ts'

/** Fetched when it is asked for: its own packages are many, and a lock file that names them does not install everywhere. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const SCORES = ['performance', 'accessibility', 'best-practices'] as const
const TIMES = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
] as const

/** Every page that stands by itself, and of the example a page of questions, a list, the check page and the summary. */
const PAGES = [
  ...OUTSIDE,
  ...['about/company', 'examples/items', 'check', 'sheet'].map((path) => `/case/example/${path}`),
]

interface Judged {
  categories: Record<(typeof SCORES)[number], { score: number }>
  audits: Record<(typeof TIMES)[number], { displayValue: string }>
}

async function judge(address: string): Promise<Judged> {
  const path = join(mkdtempSync(join(tmpdir(), 'lighthouse-')), 'result.json')
  const flags = ['--headless', ...launchOptions.args].join(' ')
  const args = ['--yes', '-p', LIGHTHOUSE, 'lighthouse', address, '--quiet', '--output', 'json']
  args.push('--output-path', path, `--chrome-flags=${flags}`, `--only-categories=${SCORES.join(',')}`)
  const env = { ...launchOptions.env, CHROME_PATH: launchOptions.executablePath }
  const ended = spawn('npx', args, { env, stdio: 'inherit' })
  await new Promise((resolve) => ended.on('exit', resolve))
  return JSON.parse(readFileSync(path, 'utf8'))
}

test('Lighthouse, as a phone on a slow line', async () => {
  const host = await startPackedHost({ '': dist })
  report(['page', ...SCORES, ...TIMES])
  report(['---', ...SCORES.map(() => '--:'), ...TIMES.map(() => '--:')])
  for (const page of PAGES) {
    const { categories, audits } = await judge(`${host.address}#${page}`)
    const scores = SCORES.map((name) => Math.round(categories[name].score * 100))
    report([page, ...scores, ...TIMES.map((name) => audits[name].displayValue)])
  }
  host.stop()
})
