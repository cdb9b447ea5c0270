import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { headersOf, headersOfMissing } from '../../src/hosting/headers.ts'

const KINDS: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

export const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

/** A host of static files as we ask for one, which can be given another build, lose files, and go away. */
export interface Host {
  address: string
  /** What is asked for from now on. */
  serve(folder: string): void
  /** Another file in the place of one, as when a host is told to send it. */
  put(path: string, other: string): void
  /** How a part that is not there is answered: not found, or with the page, as some hosts do. */
  answersMissing(way: 'not found' | 'with the page'): void
  /** Files that are not there, whatever the folder holds. */
  lose(pattern: RegExp): void
  /** Every path that was asked for. */
  asked: string[]
  stop(): Promise<void>
}

export async function startHost(first: string): Promise<Host> {
  let folder = first
  let way: 'not found' | 'with the page' = 'not found'
  let lost: RegExp | null = null
  const others = new Map<string, string>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    asked.push(pathname)
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    const file = join(folder, others.get(pathname) ?? name)
    const isThere = existsSync(file) && statSync(file).isFile() && !(lost?.test(pathname) ?? false)
    if (isThere || way === 'with the page') {
      const sent = isThere ? file : join(folder, 'index.html')
      response.writeHead(200, {
        ...headersOf(pathname),
        'Content-Type': KINDS[extname(sent)] ?? 'text/plain',
      })
      createReadStream(sent).pipe(response)
    } else response.writeHead(404, headersOfMissing).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    serve: (other) => {
      folder = other
    },
    put: (path, other) => void others.set(path, other),
    answersMissing: (answer) => {
      way = answer
    },
    lose: (pattern) => {
      lost = pattern
    },
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
