import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { billOfMaterials, type LockFile } from './billOfMaterials.ts'
import { writeHostFiles } from './builtFiles.ts'
import { firstPages } from './firstPages.ts'
import { headersOf, POLICY_IN_PAGE } from './headers.ts'

/** The policy in the page itself, for hosts without headers. Only in the build: the development server needs more. */
const policyInPage: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY_IN_PAGE },
      injectTo: 'head-prepend',
    },
  ],
}

/** The preview server sends what a host sends. */
const headersOfPreview: Plugin = {
  name: 'headers-of-preview',
  configurePreviewServer: ({ middlewares }) => {
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://preview')
      for (const [name, value] of Object.entries(headersOf(pathname))) response.setHeader(name, value)
      next()
    })
  },
}

const billOfWhatIsUsed: Plugin = {
  name: 'bill-of-materials',
  generateBundle() {
    const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))
    this.emitFile({
      type: 'asset',
      fileName: 'bill-of-materials.cdx.json',
      source: billOfMaterials(lock as LockFile),
    })
  },
}

/** With `--mode off`, the service worker of the build is the one that takes itself and its copies away. */
function hostFiles(): Plugin {
  let isOff = false
  return {
    name: 'host-files',
    apply: 'build',
    configResolved: ({ mode }) => {
      isOff = mode === 'off'
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: ({ dir = '' }) => writeHostFiles(dir, isOff),
    },
  }
}

/** Everything that makes a folder of files into something that a host can serve. */
export const hosting = (): Plugin[] => [
  policyInPage,
  firstPages(),
  headersOfPreview,
  billOfWhatIsUsed,
  hostFiles(),
]
