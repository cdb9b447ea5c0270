import type { Plugin } from 'vite'
import { writeHostFiles } from './builtFiles.ts'
import { headersOf, POLICY_IN_PAGE } from './headers.ts'
import { hostSettings } from './hostSettings.ts'
import { prerender } from './prerender.ts'
import { thirdParty } from './thirdParty.ts'

/** Only in the build: the development server needs more. */
const policyInPage: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => {
    const attrs = { 'http-equiv': 'Content-Security-Policy', content: POLICY_IN_PAGE }
    return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }]
  },
}

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

/** With `--mode off`, the service worker unregisters itself and deletes its caches. */
function hostFiles(): Plugin {
  let isOff = false
  return {
    name: 'host-files',
    apply: 'build',
    configResolved: ({ mode }) => {
      isOff = mode === 'off'
    },
    writeBundle: { order: 'post', sequential: true, handler: ({ dir = '' }) => writeHostFiles(dir, isOff) },
  }
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const asHtml = (text: string) => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)

/** Invalid settings stop the server and the build. */
const checkedSettings: Plugin = {
  name: 'checked-settings',
  config: () => void hostSettings(),
  // Before a language is chosen, all names of the service are shown.
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => {
      const { languages, service } = hostSettings()
      const names = asHtml(languages.map((language) => service[language]).join(' – '))
      return html.replace('<html lang="sv">', `<html lang="${languages[0]}">`).replaceAll('%SERVICE%', () => names)
    },
  },
}

export const hosting = (): Plugin[] => [
  checkedSettings,
  policyInPage,
  prerender(),
  headersOfPreview,
  thirdParty,
  hostFiles(),
]
