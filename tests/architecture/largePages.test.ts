import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const at = (path: string) => new URL(`../../${path}`, import.meta.url)

// Each of these made a page of thousands of answers ten times slower, and neither is seen on a small one.

test('no style asks the root what the page holds: the browser would search all of it for every addition', () => {
  const styles = readdirSync(at('src/ui'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  )
  expect(styles.length).toBeGreaterThan(5)
  const asking = styles.filter((file) =>
    /(?:^|[\s,}])(?:html|body|:root|#root)[^\s,{]*:has\(/.test(readFileSync(at(`src/ui/${file}`), 'utf8')),
  )
  expect(asking).toEqual([])
})

test('the page has a base, and early: the router looks for it at each link, and would search all of the page', () => {
  const page = readFileSync(at('index.html'), 'utf8')
  expect(page.indexOf('<base target="_self" />')).toBeGreaterThan(0)
  expect(page.indexOf('<base ')).toBeLessThan(page.indexOf('</head>'))
})
