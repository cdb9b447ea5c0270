import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { headersFile, headersOf, headersOfMissing, POLICY_IN_PAGE } from '../../../src/hosting/headers.ts'

const read = (name: string) =>
  readFileSync(new URL(`../../../src/hosting/${name}`, import.meta.url), 'utf8').replace(/^\s*#.*$/gm, '')

/** One of each kind that a host treats differently. */
const PATHS = ['/', '/index.html', '/sw.js', '/sw-off.js', '/assets/first-1.js', '/icon.svg'] as const

/** The values that a `map` of nginx.conf gives: the first pattern that fits, or what it gives otherwise. */
function mapped(text: string, name: string, value: string): string {
  const [, body = ''] = new RegExp(`map [^{]*\\$${name} \\{([^}]*)\\}`).exec(text) ?? []
  const lines = [...body.matchAll(/^\s*"?([^"\s]+(?: [^"\s]+)?)"?\s+"([^"]*)";$/gm)]
  const fits = ([, pattern = '']: RegExpExecArray) =>
    pattern.startsWith('~') ? new RegExp(pattern.slice(1)).test(value) : pattern === value
  const found = lines.find(fits) ?? lines.find(([, pattern]) => pattern === 'default')
  return found?.[2] ?? ''
}

function ofNginx(path: string, status = 200): Record<string, string> {
  const text = read('nginx.conf')
  const values: Record<string, string> = {
    $guide_policy: mapped(text, 'guide_policy', path),
    $guide_caching: mapped(text, 'guide_caching', `${status} ${path}`),
  }
  const lines = text.matchAll(/^\s*add_header (\S+) (?:"([^"]*)"|(\S+)) always;$/gm)
  return Object.fromEntries([...lines].map(([, name, text = '', from = '']) => [name, values[from] ?? text]))
}

function ofCaddy(path: string): Record<string, string> {
  const text = read('Caddyfile')
  const isPart = path.startsWith('/assets/')
  const matchers: Record<string, boolean> = {
    '@page': path !== '/sw.js',
    '@part': isPart,
    '@other': !isPart,
  }
  for (const matcher of Object.keys(matchers)) expect(text).toContain(`\t${matcher} `)
  const [, always = ''] = /\theader \{\n([^}]*)\n\t\}/.exec(text) ?? []
  const all = [...always.matchAll(/^\t\t([A-Z]\S+) "([^"]*)"$/gm)].map(([, name, value]) => [name, value])
  const single = [...text.matchAll(/^\theader (\S+) (\S+) "([^"]*)"$/gm)]
    .filter(([, where = '']) => where === path || matchers[where])
    .map(([, , name, value]) => [name, value])
  return Object.fromEntries([...all, ...single])
}

function ofHeadersFile(path: string): Record<string, string> {
  const text = headersFile(['_headers', 'assets/first-1.js', 'icon.svg', 'index.html', 'sw-off.js', 'sw.js'])
  const rules = text.split('\n\n').map((rule) => rule.split('\n'))
  const fitting = rules.filter(([where = '']) =>
    where.endsWith('*') ? path.startsWith(where.slice(0, -1)) : where === path,
  )
  // Hosts join what several rules say.
  expect(fitting).toHaveLength(1)
  return Object.fromEntries(
    (fitting[0] ?? [])
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => /^ {2}([\w-]+): (.*)$/.exec(line)?.slice(1) ?? [line]),
  )
}

describe('what a host sends', () => {
  it.each(PATHS)('is the same for %s in every file that a host can use', (path) => {
    expect(ofNginx(path)).toEqual(headersOf(path))
    expect(ofCaddy(path)).toEqual(headersOf(path))
    expect(ofHeadersFile(path)).toEqual(headersOf(path))
  })

  it('X-24 binds no name to https: that is for whoever owns it, by a line that is there as a comment', () => {
    for (const path of PATHS) expect(Object.keys(headersOf(path))).not.toContain('Strict-Transport-Security')
    for (const name of ['nginx.conf', 'Caddyfile']) {
      const text = readFileSync(new URL(`../../../src/hosting/${name}`, import.meta.url), 'utf8')
      expect(text).toMatch(/^\s*# (?:add_)?header Strict-Transport-Security "max-age=63072000"(?: always;)?$/m)
      expect(text).not.toMatch(/^\s*[^#\s].*Strict-Transport/m)
    }
  })

  it('never has a missing part kept for a year', () => {
    expect(ofNginx('/assets/gone-1.js', 404)).toEqual(headersOfMissing)
    expect(headersOfMissing['Cache-Control']).toBe('no-cache')
  })

  it('lets nothing but the offline copy fetch anything, and that from its own host alone', () => {
    const policies = PATHS.map((path) => [path, headersOf(path)['Content-Security-Policy']])
    for (const [path, policy] of policies)
      expect(policy).toContain(path === '/sw.js' ? "connect-src 'self';" : "connect-src 'none';")
  })

  it('has the policy of the page in the page as well, but for what holds only as a header', () => {
    expect(`${headersOf('/')['Content-Security-Policy']}`).toBe(
      POLICY_IN_PAGE.replace('; require-', "; frame-ancestors 'none'; require-"),
    )
  })

  it('lets a page be found as it was when somebody goes back', () => {
    for (const path of PATHS) expect(headersOf(path)['Cache-Control']).not.toContain('no-store')
  })

  it('lists a page under the name without its ending too, since some hosts show it so', () => {
    const text = headersFile(['index.html', 'recover.html'])
    for (const rule of ['/index.html', '/', '/recover.html', '/recover']) expect(text.split('\n')).toContain(rule)
  })
})
