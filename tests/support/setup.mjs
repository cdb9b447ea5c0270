// Makes a fresh clone ready with Node and npm alone: installs the packages when they differ from the lock file,
// and with --browser finds a Chromium, or brings one. Uses only node: modules, since nothing else is there yet.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const top = fileURLToPath(new URL('../../', import.meta.url))
const browserFolder = join(top, 'tests', 'browser')
const unpacked = join(browserFolder, 'unpacked')
const foundFile = join(unpacked, 'found.json')

/** npm itself, without a shell: spawning `npm.cmd` needs one on Windows. */
function npm(args, cwd) {
  const cli = process.env.npm_execpath
  const [command, first] = cli ? [process.execPath, [cli]] : ['npm', []]
  const { status } = spawnSync(command, [...first, ...args], { cwd, stdio: 'inherit', shell: !cli })
  return status === 0
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** True when every package of the lock file is there in the version and with the checksum that it names. */
function isInstalled(folder) {
  const installedFile = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const wanted = readJson(join(folder, 'package-lock.json')).packages
  const installed = readJson(installedFile).packages
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true
    const there = installed[path]
    if (there === undefined) return optional === true
    return there.version === version && there.integrity === integrity && existsSync(join(folder, path))
  })
}

function install(folder) {
  if (isInstalled(folder)) return true
  return npm(['ci', '--include=dev', '--ignore-scripts'], folder)
}

const INSTALLED_BROWSERS = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

function installedBrowser() {
  const folders = process.platform === 'linux' ? (process.env.PATH ?? '').split(delimiter) : ['']
  for (const name of INSTALLED_BROWSERS[process.platform] ?? [])
    for (const folder of folders) {
      const path = folder === '' ? name : join(folder, name)
      if (existsSync(path)) return path
    }
  return null
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : null
}

/** The Chromium that npm carries is packed; it unpacks itself, its libraries and fonts into TMPDIR. */
async function browserFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !install(browserFolder)) return null
  mkdirSync(unpacked, { recursive: true })
  process.env.TMPDIR = unpacked
  // Without this name of a runtime it leaves out the system libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
  const entry = join(browserFolder, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js')
  const { default: packed } = await import(pathToFileURL(entry).href)
  const executablePath = await packed.executablePath()
  // Its own font configuration looks in other folders than this one, and without any font it does not start a page.
  const fonts = join(unpacked, 'fonts')
  const configuration = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${join(unpacked, 'fonts-cache')}</cachedir></fontconfig>`
  writeFileSync(join(fonts, 'fonts.conf'), configuration)
  return {
    executablePath,
    env: {
      LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'),
      FONTCONFIG_PATH: fonts,
    },
  }
}

async function findBrowser() {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, env: {} }
  const own = (await playwrightsOwn()) ?? installedBrowser()
  if (own !== null) return { executablePath: own, env: {} }
  const packed = await browserFromNpm()
  if (packed !== null) return packed
  const cli = join(top, 'node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' })
  const downloaded = await playwrightsOwn()
  return downloaded === null ? null : { executablePath: downloaded, env: {} }
}

if (!install(top)) {
  console.error(
    'The packages could not be installed. Check that npm can reach its registry, then run the command again.',
  )
  process.exit(1)
}

if (process.argv.includes('--browser')) {
  const browser = await findBrowser()
  if (browser === null) {
    console.error('No Chromium was found. Install Chrome, Edge or Chromium, or set CHROMIUM_PATH to one.')
    process.exit(1)
  }
  mkdirSync(unpacked, { recursive: true })
  writeFileSync(foundFile, JSON.stringify(browser, null, 2))
}
