import type { Plugin } from 'vite'
import { billOfMaterials } from './billOfMaterials.ts'
import { writeHostFiles } from './builtFiles.ts'
import { fontsOfBuild } from './fonts.ts'
import { headersOf, POLICY_IN_PAGE } from './headers.ts'
import { hostSettings } from './hostSettings.ts'
import { licences } from './licences.ts'
import { prerender } from './prerender.ts'

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
    const fonts = fontsOfBuild()
    const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
    emit('bill-of-materials.cdx.json', billOfMaterials(fonts))
    emit('licences.txt', licences(fonts))
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

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const asHtml = (text: string) => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)

/** The settings of the host are read when the server or the build starts, and stop it where they are wrong. */
const checkedSettings: Plugin = {
  name: 'checked-settings',
  config: () => void hostSettings(),
  // Where both languages are offered, what stands before any is chosen says both.
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => {
      const { languages, service } = hostSettings()
      const names = asHtml(languages.map((language) => service[language]).join(' – '))
      return html.replace('<html lang="sv">', `<html lang="${languages[0]}">`).replaceAll('%SERVICE%', () => names)
    },
  },
}

/** Everything that makes a folder of files into something that a host can serve. */
export const hosting = (): Plugin[] => [
  checkedSettings,
  policyInPage,
  prerender(),
  headersOfPreview,
  billOfWhatIsUsed,
  hostFiles(),
]
