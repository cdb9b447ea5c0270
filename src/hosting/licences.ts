import { readdirSync, readFileSync } from 'node:fs'
import { REPLACED } from './billOfMaterials.ts'
import type { Font } from './fonts.ts'

interface LockFile {
  packages: Record<string, { dev?: true; optional?: true; devOptional?: true }>
}

function pathsThatRun(): readonly string[] {
  const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
  const { packages }: LockFile = JSON.parse(text)
  return Object.keys(packages)
    .filter((path) => !packages[path]?.dev && !packages[path]?.optional && !packages[path]?.devOptional)
    .filter((path) => path !== '' && !REPLACED.some((name) => path.endsWith(`node_modules/${name}`)))
}

/** The few packages that come without the text of their licence name it and its owner in their description. */
const mit = (owner: string) => `MIT License

Copyright (c) ${owner}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`

function licenceOf(path: string): { name: string; text: string } {
  const folder = new URL(`../../${path}/`, import.meta.url)
  const described = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
  const name = `${described.name} ${described.version}`
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
  if (files.length > 0)
    return { name, text: files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n') }
  const { license, author } = described
  if (license !== 'MIT' || author === undefined) throw new Error(`${path}: no text of its licence`)
  return { name, text: mit(typeof author === 'string' ? author.replace(/ <.*/, '') : author.name) }
}

/** The licence texts that packages and fonts ask to be given on with every copy, each text once. */
export function licences(fonts: readonly Font[]): string {
  const all = [
    ...pathsThatRun().map(licenceOf),
    ...fonts.map(({ name, licence }) => ({ name: `${name} (font)`, text: licence })),
  ]
  const byText = new Map<string, Set<string>>()
  for (const { name, text } of all) {
    const plain = text
      .replace(/^\ufeff/, '')
      .replaceAll('\r\n', '\n')
      .trim()
    byText.set(plain, (byText.get(plain) ?? new Set()).add(name))
  }
  const rule = '='.repeat(80)
  return [...byText].map(([text, names]) => `${rule}\n${[...names].join('\n')}\n${rule}\n\n${text}\n`).join('\n')
}
