import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { headersOf } from '../../../src/hosting/headers.ts'
import { dist } from '../../support/host.ts'
import { expect, test, visit } from '../guide.ts'

const font = readdirSync(join(dist, 'assets')).find((file) => file.endsWith('.woff2'))

for (const path of ['/', '/index.html', '/sw.js', '/sw-off.js', '/icon.svg', `/assets/${font}`])
  test(`${path.replace(/-[\w-]+\.woff2/, '.woff2')} comes with exactly the headers that a host is to send (X-15)`, async ({
    request,
  }) => {
    const answer = await request.get(`.${path}`)
    expect(answer.status()).toBe(200)
    const sent = answer.headers()
    for (const [name, value] of Object.entries(headersOf(path))) expect(sent[name.toLowerCase()], name).toBe(value)
  })

test('an address that is no file is not found (X-15)', async ({ request }) => {
  for (const path of ['./nothing', './assets/nothing.js', './case/nothing'])
    expect((await request.get(path)).status()).toBe(404)
})

test('the page can fetch nothing, not even from its own host, and stands in no frame of anybody (X-15)', async ({
  page,
  baseURL,
  trouble,
}) => {
  await visit(page, '/')
  const fetched = await page.evaluate(() => fetch('./icon.svg').then(String, String))
  expect(fetched).toContain('TypeError')
  await page.goto('about:blank')
  await page.setContent(`<iframe src="${baseURL}"></iframe>`)
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/)
  expect(trouble.filter((line) => !/Content Security Policy|frame-ancestors/.test(line))).toEqual([])
  trouble.length = 0
})
