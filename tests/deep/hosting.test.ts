import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtFilesOf } from '../../src/hosting/builtFiles.ts'
import { headersOf, headersOfMissing } from '../../src/hosting/headers.ts'
import { launchOptions } from '../support/browser.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const own = (name: string) => fileURLToPath(new URL(`../../src/hosting/${name}`, import.meta.url))
const hasCaddy = spawnSync('sh', ['-c', 'command -v caddy']).status === 0
const parts = builtFilesOf(dist).filter((file) => file.startsWith('assets/'))
const script = parts.find((file) => /assets\/index-.*\.js$/.test(file)) ?? ''
const font = parts.find((file) => file.endsWith('.woff2')) ?? ''

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Resolves when something listens; fails when the program ends before. */
const listening = (port: number, program: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    program.once('exit', (code) => reject(new Error(`ended with ${code}`)))
    const knock = () => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => {
        socket.destroy()
        resolve()
      })
      socket.once('error', () => setTimeout(knock, 50))
    }
    knock()
  })

/** Puts something in the place of a line that stands in our file once. */
function changed(text: string, line: string, other: string): string {
  expect(text.split(line)).toHaveLength(2)
  return text.replace(line, other)
}

interface Running {
  program: ChildProcess
  checked: string
}

/** Our own configuration, with another port and folder: those are what somebody who hosts it changes. */
function startNginx(port: number, folder: string, site: string): Running {
  const ours = readFileSync(own('nginx.conf'), 'utf8')
  const placed = changed(
    changed(ours, 'listen 8080;', `listen 127.0.0.1:${port};`),
    'root /srv/partner-guide;',
    `root ${site};`,
  )
  writeFileSync(join(folder, 'guide.conf'), placed)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  )
  const main = `pid ${join(folder, 'nginx.pid')}; error_log stderr; worker_processes 1; daemon off;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    events {} http { access_log off; include /etc/nginx/mime.types; ${temporary.join(' ')} include ${join(folder, 'guide.conf')}; }`
  writeFileSync(join(folder, 'nginx.conf'), main)
  const args = ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')]
  const { stderr, status } = spawnSync('nginx', ['-t', ...args], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  return { program: spawn('nginx', args, { stdio: 'ignore' }), checked: stderr }
}

function startCaddy(port: number, folder: string, site: string): Running {
  const env = {
    ...process.env,
    GUIDE_ADDRESS: `http://127.0.0.1:${port}`,
    GUIDE_FOLDER: site,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
  }
  // Its own door for changes is shut, so that nothing else of this machine is disturbed.
  const config = join(folder, 'Caddyfile')
  writeFileSync(config, `{\n\tadmin off\n}\n${readFileSync(own('Caddyfile'), 'utf8')}`)
  const args = ['--config', config, '--adapter', 'caddyfile']
  const checked = execFileSync('caddy', ['validate', ...args], { env, encoding: 'utf8', stdio: 'pipe' })
  return { program: spawn('caddy', ['run', ...args], { env, stdio: 'ignore' }), checked }
}

const SERVERS = [
  ['nginx', startNginx],
  ...(hasCaddy ? ([['Caddy', startCaddy]] as const) : []),
] as const satisfies readonly (readonly [string, unknown])[]

describe.each(SERVERS)('%s with our configuration', (name, start) => {
  const folder = mkdtempSync(join(tmpdir(), 'host-'))
  const site = join(folder, 'site')
  let running: Running
  let address = ''

  beforeAll(async () => {
    cpSync(dist, site, { recursive: true })
    mkdirSync(join(site, '.git'))
    writeFileSync(join(site, '.git/config'), 'hidden')
    writeFileSync(join(site, 'assets/.hidden.js'), 'hidden')
    const port = await freePort()
    running = start(port, folder, site)
    address = `http://127.0.0.1:${port}`
    await listening(port, running.program)
  })

  afterAll(async () => {
    const { program } = running
    const ended = new Promise((resolve) => program.once('exit', resolve))
    if (program.exitCode === null && program.kill('SIGTERM')) await ended
    rmSync(folder, { recursive: true })
  })

  const get = (path: string, accept = 'identity') =>
    fetch(`${address}${path}`, { headers: { 'Accept-Encoding': accept }, redirect: 'manual' })

  it('is found right by the program itself, without a warning', () => {
    expect(running.checked).not.toMatch(/\[warn\]|\[emerg\]|"level":"warn"/)
  })

  it.each(['/', '/index.html', '/sw.js', '/sw-off.js', '/icon.svg', `/${script}`, `/${font}`])(
    'sends %s whole, with the headers that are declared and no second one of any',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(200)
      for (const [header, value] of Object.entries(headersOf(path)))
        expect(answer.headers.get(header), header).toBe(value)
      const file = readFileSync(join(dist, path === '/' ? 'index.html' : path))
      expect(Buffer.from(await answer.arrayBuffer()).equals(file)).toBe(true)
    },
  )

  it('names the kind of every file, so that a browser takes it', async () => {
    const kindOf = async (path: string) => (await get(path)).headers.get('Content-Type')?.split(';')[0]
    expect(await kindOf('/')).toBe('text/html')
    expect(await kindOf('/sw.js')).toMatch(/^(?:text|application)\/javascript$/)
    expect(await kindOf(`/${font}`)).toBe('font/woff2')
    expect(await kindOf('/icon.svg')).toBe('image/svg+xml')
    expect(await kindOf('/manifest.webmanifest')).toBe('application/manifest+json')
  })

  it('finds nothing where no file is, and has nobody keep that for a year', async () => {
    for (const path of ['/case/abc', '/assets/gone-12345678.js', '/nothing.html']) {
      const answer = await get(path)
      expect(answer.status, path).toBe(404)
      for (const [header, value] of Object.entries(headersOfMissing))
        expect(answer.headers.get(header), `${path} ${header}`).toBe(value)
    }
  })

  it.each(['/.git/config', '/assets/.hidden.js', '/.env', '/_headers'])('shows nobody %s', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('hidden')
  })

  it('does not say which version of it runs', async () => {
    expect((await get('/')).headers.get('Server') ?? '').not.toMatch(/\d/)
  })

  it('packs scripts, and not fonts, which are packed', async () => {
    const answer = await get(`/${script}`, 'gzip')
    expect(answer.headers.get('Content-Encoding')).toBe('gzip')
    expect(answer.headers.get('Vary')).toContain('Accept-Encoding')
    expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(join(dist, script)))).toBe(true)
    expect((await get(`/${font}`, 'gzip')).headers.get('Content-Encoding')).toBe(null)
  })

  it('says that a file is as it was when it is asked again', async () => {
    const tag = (await get('/')).headers.get('ETag') ?? ''
    expect(tag).not.toBe('')
    const again = await fetch(`${address}/`, {
      headers: { 'If-None-Match': tag, 'Accept-Encoding': 'identity' },
    })
    expect(again.status).toBe(304)
  })

  it('brings the app to a browser, which keeps it and opens it when the host is gone', async () => {
    const browser = await chromium.launch(launchOptions)
    try {
      const context = await browser.newContext({ locale: 'sv-SE' })
      const page = await context.newPage()
      const trouble: string[] = []
      page.on('pageerror', (error) => trouble.push(error.message))
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) trouble.push(message.text())
      })
      // A link to a page within the app.
      await page.goto(`${address}/#/help`)
      const heading = page.getByRole('heading', { level: 1 })
      await heading.waitFor()
      await page.evaluate(async () => {
        const { serviceWorker } = navigator
        const inCharge = new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve))
        await serviceWorker.ready
        if (serviceWorker.controller === null) await inCharge
      })
      await context.setOffline(true)
      await page.reload()
      await heading.waitFor()
      await page.goto(`${address}/#/accessibility`)
      await page.getByRole('heading', { level: 1, name: /tillgänglighet/i }).waitFor()
      expect(trouble, name).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
