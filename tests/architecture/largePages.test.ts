import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const at = (path: string) => new URL(`../../${path}`, import.meta.url)

// Each of these made a page slower, of thousands of answers or on a slow phone, and none is seen on a small one.

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

test('no rule compares texts by language: the browser’s first time takes 40 ms on a slow phone, and dates need none', () => {
  const rules = readdirSync(at('src/domain'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  expect(rules.length).toBeGreaterThan(50)
  expect(rules.filter((file) => /localeCompare|Collator/.test(readFileSync(at(`src/domain/${file}`), 'utf8')))).toEqual(
    [],
  )
})
