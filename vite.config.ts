import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { caseFileJsonSchema } from './src/domain/case/caseFile.ts'

/** What the page may do: run and show what comes with it, and contact nobody. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
}
const policyText = (policy: Record<string, string>) =>
  Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ')

/** The headers that a host sends. A page without them works, but `frame-ancestors` holds only as a header. */
const HEADERS = {
  'Content-Security-Policy': policyText({ ...POLICY, 'frame-ancestors': "'none'" }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=(), browsing-topics=()',
}

/** The policy in the page itself, for hosts without headers. Only in the build: the development server needs more. */
const policyInPage: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policyText(POLICY) },
      injectTo: 'head-prepend',
    },
  ],
}

/** `case.schema.json` for other tools, made from the very schema that reads the files. */
const caseSchema: Plugin = {
  name: 'case-schema',
  generateBundle() {
    const source = `${JSON.stringify(caseFileJsonSchema(), null, 2)}\n`
    this.emitFile({ type: 'asset', fileName: 'case.schema.json', source })
  },
}

/** Words of the pages that come later; the rest of a language is one part, fetched before the first page. */
const LATER_WORDS = /locales\/(\w+)\/(?:handOver|review|messages|checklist|help)\.json$/
const FIRST_WORDS = /locales\/(\w+)\/\w+\.json$/

const wordsOf = (id: string): string | null => {
  const later = LATER_WORDS.exec(id)
  if (later) return `words-${later[1]}-later`
  const first = FIRST_WORDS.exec(id)
  return first ? `words-${first[1]}` : null
}

export default defineConfig({
  base: './',
  plugins: [react(), policyInPage, caseSchema],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    manifest: 'parts.json',
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: wordsOf, test: /locales\//, debugName: 'words' }, { name: 'first', test: /node_modules|src\/(domain|i18n|platform|store|ui|wizard|app|main)|src\/pages\/(Frame|StartPage|TaskListPage|CaseLayout|BeforePage|NotFound|SaveStatus|CopyButton|useCaseFile|OpenOwnFile|ThemeChoice|UrgentPage|FileChooser|useOpenFile|FileProblemText|CopyText|adobePages)/ }] } },
    },
  },
  preview: { headers: HEADERS },
  test: {
    include: ['tests/{unit,component,architecture}/**/*.test.{ts,tsx}'],
    env: { NODE_ENV: 'test' },
    setupFiles: ['tests/support/setup.ts'],
  },
})
