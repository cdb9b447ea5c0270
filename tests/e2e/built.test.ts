import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { builtFilesOf } from '../../src/hosting/builtFiles.ts'
import { headersFile } from '../../src/hosting/headers.ts'
import { billOfMaterials, fontsOfBuild, licences } from '../../src/hosting/thirdParty.ts'
import { dist } from '../support/host.ts'

/** Every address that may stand in the build, and why. None is ever fetched: the policy of the page forbids it. */
const ADDRESSES: readonly [why: string, addresses: RegExp][] = [
  ['names of kinds of XML, as browsers and PDF know them', /^http:\/\/www\.w3\.org\/(?:1998|1999|2000|XML)\//],
  ['names of what stands in the properties of a PDF', /^http:\/\/(?:ns\.adobe\.com|purl\.org|www\.aiim\.org)\//],
  ['name of the language of our JSON Schemas', /^https:\/\/json-schema\.org\/draft\/2020-12\/schema$/],
  ['name of the schema of the bill of materials', /^http:\/\/cyclonedx\.org\/schema\/bom-[\d.]+\.schema\.json$/],
  ['pages of Adobe that somebody may open', /^https:\/\/experienceleague\.adobe\.com\/en\/docs\//],
  [
    'where packages explain a mistake of whoever writes code',
    /^https:\/\/(?:react\.dev|reactrouter\.com|react\.i18next\.com)\//,
  ],
  ['sources named in comments and texts of packages', /^https:\/\/(?:tools\.ietf\.org|github\.com\/ungap)\//],
  ['a base for reading addresses that have none', /^http:\/\/localhost$/],
  [
    'licences and projects of packages that read files',
    /^https:\/\/github\.com\/(?:zloirock\/core-js|mholt\/PapaParse)/,
  ],
  ['names of what stands in forms of a PDF', /^http:\/\/www\.xfa\.org\/schema\//],
  [
    'addresses with which the reader of PDF tries what the browser can do, and nobody asks',
    /^https?:\/\/(?:a|a\/c%20d\?a=1&c=3|a@b|a#б|x|тест|example\.com|foo\.bar)$/,
  ],
]

const files = builtFilesOf(dist)
const textOf = (file: string) => readFileSync(join(dist, file), 'utf8')
const texts = files.filter((file) => !file.endsWith('.woff2'))

test('no address of anybody stands in the build but those with a reason, and no reason is left over', () => {
  // The texts of licences are not ours to change.
  const ours = texts.filter((file) => file !== 'licences.txt')
  const found = ours.flatMap((file) =>
    [...textOf(file).matchAll(/\b(?:https?|wss?):\/\/[^\s"'`<>)\\$]+/g)].map(([address]) => address),
  )
  expect(found.length).toBeGreaterThan(10)
  const allowed = (address: string) => ADDRESSES.some(([, addresses]) => addresses.test(address))
  expect([...new Set(found)].filter((address) => !allowed(address))).toEqual([])
  for (const [why, addresses] of ADDRESSES)
    expect(
      found.some((address) => addresses.test(address)),
      why,
    ).toBe(true)
})

test('the start page in `index.html` has the same elements in each language', () => {
  const templates = [...textOf('index.html').matchAll(/<template[^>]*>(.*?)<\/template>/gs)]
  const [first, ...others] = templates.map(([, html = '']) => [...html.matchAll(/<\w+/g)].join(' '))
  expect(first?.length).toBeGreaterThan(200)
  expect(others).toEqual([first])
})

test('the build holds no source map, no hidden file and no path of the machine that made it', () => {
  expect(files.filter((file) => file.endsWith('.map') || /(?:^|\/)\./.test(file))).toEqual([])
  for (const file of texts) {
    expect(textOf(file), file).not.toContain('sourceMappingURL')
    expect(textOf(file), file).not.toContain(process.cwd())
  }
})

test('the offline copy knows every file of the app by a digest, and has none but those', () => {
  const listOf = (name: string) =>
    JSON.parse(new RegExp(`const ${name} = (\\[\\[.*\\]\\])$`, 'm').exec(textOf('sw.js'))?.[1] ?? '[]') as [
      file: string,
      digest: string,
    ][]
  // The reader of PDF is kept when it has been fetched once, by its digest as well.
  const later = listOf('LATER')
  expect(later.map(([file]) => file.replace(/-[\w-]+\.js$/, ''))).toEqual(['assets/readPdfText'])
  const kept = [...listOf('FILES'), ...later]
  const notOfTheApp = /^(?:_headers|.*\.json|sw(?:-off)?\.js)$/
  const ofTheApp = files.filter((file) => !notOfTheApp.test(file))
  expect(kept.map(([file]) => file || 'index.html').sort()).toEqual([...ofTheApp].sort())
  for (const [, digest] of kept) expect(digest).toMatch(/^sha256-[\w+/]{43}=$/)
  expect(textOf('sw.js')).toMatch(/^const NAME = 'guide-[0-9a-f]{16}'$/m)
})

test('the build brings what a host and a reader of its parts need', () => {
  expect(textOf('_headers')).toBe(headersFile(files))
  const fonts = fontsOfBuild()
  expect(textOf('bill-of-materials.cdx.json')).toBe(billOfMaterials(fonts))
  expect(textOf('licences.txt')).toBe(licences(fonts))
  const manifest = JSON.parse(textOf('manifest.webmanifest')) as {
    start_url: string
    icons: { src: string }[]
  }
  // Works at any path of a host.
  expect(manifest.start_url).toBe('./')
  for (const { src } of manifest.icons) expect(files).toContain(src.replace('./', ''))
})

test('what is fetched for each page is all that it imports, and nothing of the first script', () => {
  const [, script = ''] = /data-wanted="([^"]*)"/.exec(textOf('index.html')) ?? []
  const { pages, around } = JSON.parse(script.replaceAll('&quot;', '"')) as Record<
    'pages' | 'around',
    { path: string; files: string[] }[]
  >
  const parts = JSON.parse(textOf('parts.json')) as Record<
    string,
    { file: string; isEntry?: true; imports?: string[]; dynamicImports?: string[] }
  >
  const part = (key: string) => parts[key] ?? { file: key }
  const entry = Object.values(parts).find(({ isEntry }) => isEntry)
  const first = Object.keys(parts).filter((key) => part(key).isEntry || entry?.imports?.includes(key))
  const importedBy = (key: string): string[] =>
    first.includes(key) ? [] : [`./${part(key).file}`, ...(part(key).imports ?? []).flatMap(importedBy)]
  const later = (entry?.dynamicImports ?? []).map((key) => ({
    own: `./${part(key).file}`,
    all: importedBy(key),
  }))
  const isWhole = (path: string, fetched: ReadonlySet<string>) => {
    const found = later.filter(({ own }) => fetched.has(own))
    expect(new Set(found.flatMap(({ all }) => all)), path).toEqual(fetched)
    expect(fetched.size > 0, path).toBe(path !== '/')
  }
  for (const { path, files } of around) isWhole(path, new Set(files))
  for (const { path, files } of pages) {
    const surrounding = around.filter((each) => path.startsWith(each.path))
    isWhole(path, new Set([...files, ...surrounding.flatMap((each) => each.files)]))
  }
})
