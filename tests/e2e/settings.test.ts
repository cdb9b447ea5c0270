import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { builtFilesOf } from '../../src/hosting/builtFiles.ts'
import { settings } from '../../src/settings/settings.ts'
import { startPackedHost } from '../bench/packedHost.ts'

const top = fileURLToPath(new URL('../../', import.meta.url))

/** Builds the product as a host would who has changed the settings. */
function buildWith(changed: string) {
  const folder = mkdtempSync(join(tmpdir(), 'host-'))
  const needed = ['src', 'public', 'locales', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json']
  for (const name of [...needed, 'tsconfig.json']) cpSync(join(top, name), join(folder, name), { recursive: true })
  symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'src/settings/settings.json'), changed)
  const vite = join(top, 'node_modules/vite/bin/vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { folder, dist: join(folder, 'dist'), status, said: stdout + stderr }
}

test('a host who offers one language under another name finds it everywhere @deep', async ({ page }) => {
  const own = {
    ...settings,
    service: { en: 'Acme "Partner" & $& help', sv: 'Acme' },
    languages: ['en'],
    contact: { name: 'the Acme desk', mail: 'desk@acme.example' },
    urgentPage: 'https://acme.example/urgent',
  }
  const { folder, dist, status, said } = buildWith(JSON.stringify(own, null, 2))
  expect(status, said).toBe(0)
  const texts = builtFilesOf(dist).filter((file) => /\.(?:html|js|json|webmanifest)$/.test(file))
  const naming = texts.filter((file) =>
    /Partnerguiden|artner escalation guide/.test(readFileSync(join(dist, file), 'utf8')),
  )
  expect(naming).toEqual([])
  expect(JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8'))).toMatchObject({
    name: own.service.en,
    lang: 'en',
  })

  const host = await startPackedHost({ '': dist })
  // Swedish is what the browser asks for, and what this host does not offer.
  await page.goto(`${host.address}#/accessibility`)
  await expect(page).toHaveTitle(/Acme "Partner" & \$& help$/)
  await expect(page.getByRole('link', { name: 'desk@acme.example' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Svenska' })).toHaveCount(0)
  await page.goto(`${host.address}#/urgent`)
  const urgent = page.getByRole('listitem').getByRole('link')
  await expect(urgent).toHaveAttribute('href', own.urgentPage)
  await expect(urgent).toContainText('acme.example')
  host.stop()
  rmSync(folder, { recursive: true })
})

const text = JSON.stringify(settings, null, 2)
const lineOf = (what: string) => text.slice(0, text.indexOf(what)).split('\n').length

for (const [what, changed, says] of [
  [
    'wrong',
    text.replace('"workingDaysToAnswer": 5', '"workingDaysToAnswer": -1'),
    `settings.json, line ${lineOf('"workingDaysToAnswer"')}: workingDaysToAnswer must be 1 at least`,
  ],
  [
    'misspelt',
    text.replace('"languages"', '"langages"'),
    `settings.json, line ${lineOf('"languages"')}: langages is no setting`,
  ],
  ['no JSON', text.replace('"contact": null,', '"contact": null'), `settings.json:${lineOf('"contact"') + 1}:`],
] as const)
  test(`settings that are ${what} stop the build, and it names their line`, () => {
    const { folder, status, said } = buildWith(changed)
    expect(status).not.toBe(0)
    expect(said).toContain(`src/settings/${says}`)
    rmSync(folder, { recursive: true })
  })
