import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, relative } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { headersOf } from '../../src/hosting/headers.ts'

const KINDS: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
}

/** Folders as a good host sends them: packed, and with nothing to compute when somebody asks. */
export async function startPackedHost(folders: Readonly<Record<string, string>>) {
  const files = new Map<string, { bytes: Buffer; kind: string }>()
  for (const [place, folder] of Object.entries(folders))
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const kind = KINDS[extname(name)]
      if (kind === undefined) continue
      const path = `/${place}${relative('.', name)}`
      files.set(path, { bytes: brotliCompressSync(readFileSync(join(folder, name))), kind })
    }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const file = files.get(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    if (file === undefined) return response.writeHead(404).end()
    const headers = pathname.startsWith('/peers/') ? {} : headersOf(pathname)
    response.writeHead(200, { ...headers, 'Content-Type': file.kind, 'Content-Encoding': 'br' })
    return response.end(file.bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => server.close(),
  }
}
