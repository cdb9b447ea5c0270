import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface FoundBrowser {
  executablePath: string
  env: Record<string, string>
}

const found = JSON.parse(
  readFileSync(fileURLToPath(new URL('../browser/unpacked/found.json', import.meta.url)), 'utf8'),
) as FoundBrowser

/** How to start the browser that the set-up found: alone, without a sandbox of its own, contacting nobody. */
export const launchOptions = {
  executablePath: found.executablePath,
  env: { ...process.env, ...found.env } as Record<string, string>,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
