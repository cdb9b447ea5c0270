import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { billOfMaterials, fontsOfBuild, licences } from '../../../src/hosting/thirdParty.ts'

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')
const wanted = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string }> }

interface Bill {
  components: {
    name: string
    version: string
    purl: string
    hashes?: { alg: string; content: string }[]
    licenses?: { license: { id: string } }[]
  }[]
  dependencies: { ref: string; dependsOn: string[] }[]
}
const bill = JSON.parse(billOfMaterials(fontsOfBuild())) as Bill

describe('the packages that the product is made of', () => {
  it('are asked for in one exact version each', () => {
    for (const [name, version] of Object.entries({ ...wanted.dependencies, ...wanted.devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('are locked by a checksum each, and come from no address of their own', () => {
    for (const [path, locked] of Object.entries(lock.packages)) {
      if (path === '') continue
      expect(locked.integrity, path).toMatch(/^sha512-/)
      expect(locked, path).not.toHaveProperty('resolved')
      expect(locked, path).not.toHaveProperty('link')
    }
  })

  it('run no script of their own when they are installed, whoever installs them', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    expect(read('tests/support/setup.mjs')).toContain("'--ignore-scripts'")
  })

  it('are at most eighteen that run, and the reason of each is written down', () => {
    const names = Object.keys(wanted.dependencies)
    expect(names.length).toBeLessThanOrEqual(18)
    const reasons = read('src/decisions.md')
    for (const name of names) expect(reasons, name).toMatch(new RegExp(`\`?${name}\`?[^\\w-]`))
  })
})

describe('the bill of materials', () => {
  it('names everything that runs, also what comes through others, and no tool', () => {
    const names = bill.components.map(({ name }) => name)
    for (const name of Object.keys(wanted.dependencies)) expect(names).toContain(name)
    for (const name of ['scheduler', 'fontkit', 'react-router']) expect(names).toContain(name)
    for (const name of Object.keys(wanted.devDependencies)) expect(names).not.toContain(name)
    expect(names.filter((name) => name.startsWith('@typescript/'))).toEqual([])
  })

  it('names the same package twice where two versions of it are used', () => {
    const hashes = bill.components.filter(({ name }) => name === '@noble/hashes')
    expect(hashes.map(({ purl }) => purl).sort()).toEqual([
      'pkg:npm/%40noble/hashes@1.8.0',
      'pkg:npm/%40noble/hashes@2.4.0',
    ])
    const ofPdfkit = bill.dependencies.find(({ ref }) => ref.startsWith('pdfkit@'))
    expect(ofPdfkit?.dependsOn).toContain('@noble/hashes@1.8.0')
  })

  it('X-25 has a licence for everything, the fonts too, and nothing that the build replaces', () => {
    for (const { name, licenses } of bill.components) expect(licenses?.[0]?.license.id, name).toMatch(/^[A-Z]/)
    const names = bill.components.map(({ name }) => name)
    const aliases = read('vite.config.ts').match(/'[\w-]+(?:\/[\w.-]+)?': fileURLToPath\(new URL\('src/g) ?? []
    const replaced = aliases.map((alias) => alias.split(/['/]/)[1])
    expect(replaced.sort()).toEqual(['brotli', 'iconv-lite', 'use-sync-external-store'])
    for (const name of replaced) expect(names).not.toContain(name)
    const fonts = fontsOfBuild().map(({ path }) => path)
    const files = ['src/ui/fonts', 'src/exchange/pdf/fonts'].flatMap((folder) =>
      readdirSync(new URL(`../../../${folder}`, import.meta.url)).map((file) => `${folder}/${file}`),
    )
    expect([...fonts].sort()).toEqual(files.filter((file) => !file.endsWith('.txt')).sort())
    for (const { name } of fontsOfBuild()) expect(names).toContain(name)
  })

  it('X-25 goes with the text of each licence', () => {
    const text = licences(fontsOfBuild())
    for (const { name, version } of bill.components)
      expect(text).toContain(version === undefined ? `\n${name} (font)\n` : `\n${name} ${version}\n`)
    for (const needed of ['Permission is hereby granted', 'Apache License', 'Redistribution and use in source'])
      expect(text).toContain(needed)
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1')
    expect(text).toContain('Copyright 2020 The Newsreader Project Authors')
    expect(text).not.toMatch(/[^\n]\r|file:\/\//)
    expect(text).toBe(licences(fontsOfBuild()))
  })

  it('gives version, digest and licence as the lock file has them', () => {
    const react = bill.components.find(({ name }) => name === 'react')
    expect(react?.version).toBe(wanted.dependencies.react)
    expect(react?.licenses).toEqual([{ license: { id: 'MIT' } }])
    const digest = Buffer.from(react?.hashes?.[0]?.content ?? '', 'hex')
    expect(`sha512-${digest.toString('base64')}`).toBe(lock.packages['node_modules/react']?.integrity)
    expect(digest).toHaveLength(createHash('sha512').digest().length)
    for (const { name, hashes } of bill.components) expect(hashes, name).toHaveLength(1)
  })

  it('refers to nothing that it does not list, and lists nothing twice', () => {
    const refs = bill.dependencies.map(({ ref }) => ref)
    expect(new Set(refs).size).toBe(refs.length)
    for (const { dependsOn } of bill.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref)
  })

  it('holds no time and no random number', () => {
    const made = billOfMaterials(fontsOfBuild())
    expect(made).toBe(billOfMaterials(fontsOfBuild()))
    expect(made).not.toMatch(/timestamp|serialNumber/)
  })

  it('is the same in every folder, and in a build, where npm by itself would leave things out', () => {
    const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'))
    for (const name of ['package.json', 'package-lock.json']) writeFileSync(join(folder, name), read(name))
    const before = process.env.NODE_ENV
    process.env.NODE_ENV = 'production'
    const made = billOfMaterials(fontsOfBuild(), folder)
    process.env.NODE_ENV = before
    expect(made).toBe(billOfMaterials(fontsOfBuild()))
    rmSync(folder, { recursive: true })
  })

  it('says so when the lock file lacks what a package needs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'torn-'))
    const own = { name: 'a', version: '1.0.0', dependencies: { b: '1.0.0' } }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(own))
    writeFileSync(
      join(folder, 'package-lock.json'),
      JSON.stringify({ ...own, lockfileVersion: 3, packages: { '': own } }),
    )
    expect(() => billOfMaterials([], folder)).toThrow('missing: b@1.0.0')
    rmSync(folder, { recursive: true })
  })
})
