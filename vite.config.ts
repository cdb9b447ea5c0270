import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { caseFileJsonSchema } from './src/domain/case/caseFile.ts'
import { replyJsonSchema } from './src/domain/reply/readReply.ts'
import { wholeLanguages } from './src/hosting/localeFallback.ts'
import { hosting } from './src/hosting/plugins.ts'

const textOf = (schema: unknown) => `${JSON.stringify(schema, null, 2)}\n`

/** `case.schema.json` and `reply.schema.json` for other tools, made from the very schemas that read the files. */
const fileSchemas: Plugin = {
  name: 'file-schemas',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'case.schema.json', source: textOf(caseFileJsonSchema()) })
    this.emitFile({ type: 'asset', fileName: 'reply.schema.json', source: textOf(replyJsonSchema()) })
  },
}

/**
 * What Vite puts around every part that comes later fetches styles and other parts before it; ours have none. What is
 * left is telling of a part that does not come. Where Vite names it otherwise one day, its own is used.
 */
const plainParts: Plugin = {
  name: 'plain-parts',
  enforce: 'pre',
  load(id) {
    if (id !== '\0vite/preload-helper.js') return null
    return `export const __vitePreload = (load) => load().catch((error) => {
      const event = Object.assign(new Event('vite:preloadError', { cancelable: true }), { payload: error })
      dispatchEvent(event)
      if (!event.defaultPrevented) throw error
    })`
  },
}

/** Tests that change nothing around them. */
const SHARED = ['tests/{architecture,unit/{domain,exchange,hosting,i18n,summary}}/**/*.test.ts']

export default defineConfig({
  base: './',
  // An address that is no file is not found, as on a host: the app needs one address alone.
  appType: 'mpa',
  plugins: [react(), fileSchemas, wholeLanguages, plainParts, hosting()],
  build: {
    target: 'es2022',
    modulePreload: false,
    manifest: 'parts.json',
    rolldownOptions: {
      // How long plugins take is measured where it is asked for.
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          // Each with all that it imports, as far as no group before has it.
          groups: [
            // Run before the rest, as a task of its own.
            { name: 'react', test: /\/node_modules\/(?:react|react-dom|scheduler)\//, priority: 9 },
            { name: 'first', tags: ['$initial'], priority: 8 },
            // What validates answers comes with the first of them.
            {
              name: 'answers',
              test: /\/zod\/|\/domain\/(?:areas\/\w+\/(?:schema|steps)|case\/(?:answers?|address))\.ts/,
              priority: 7,
            },
            // The start page fetches these as soon as it stands, and needs nothing else of what has them too.
            { name: 'atOnce', test: /\/(?:FileChooser\.tsx|pendingSaves\.ts)$/, priority: 6 },
            // What keeps files needs digests; questions do not.
            { name: 'digest', test: /\/(?:@noble\/hashes\/|exchange\/sha256\.ts$)/, priority: 5 },
            // What a quarter of the later pages need comes as one file, not as thirty.
            { name: 'shared', minShareCount: 7, test: /\/src\//, priority: 4 },
            // And what is always fetched together: a case that is opened, its questions.
            {
              name: 'case',
              test: /\/(?:CaseLayout\.tsx|(?:caseAccess|reconnecting|interview\/interview)\.ts)$/,
              priority: 3,
            },
            { name: 'questions', test: /\/wizard\/(?:WizardRoutes|TurnRail)\.tsx$/, priority: 2 },
          ],
        },
      },
    },
  },
  resolve: {
    alias: {
      // React has it since version 18; the library asks for a copy, for those who are older.
      'use-sync-external-store/shim': fileURLToPath(new URL('src/i18n/ownExternalStore.ts', import.meta.url)),
      // The package gives everybody its build for developers, which warns and checks at every link.
      'react-router/dom': fileURLToPath(
        new URL('node_modules/react-router/dist/production/dom-export.mjs', import.meta.url),
      ),
      'react-router': fileURLToPath(new URL('node_modules/react-router/dist/production/index.mjs', import.meta.url)),
      // The reader of Outlook's files asks for it; browsers know the code pages by themselves.
      'iconv-lite': fileURLToPath(new URL('src/exchange/sources/mail/textDecoderOnly.ts', import.meta.url)),
      // Only packed web fonts need it, and ours are not packed.
      'brotli/decompress.js': fileURLToPath(new URL('src/exchange/pdf/noBrotli.ts', import.meta.url)),
    },
  },
  worker: { format: 'es' },
  test: {
    // What ships, not what the package gives to Node.
    alias: {
      'pdfkit/output': fileURLToPath(new URL('node_modules/pdfkit/js/output.mjs', import.meta.url)),
      pdfkit: fileURLToPath(new URL('node_modules/pdfkit/js/pdfkit.browser.mjs', import.meta.url)),
    },
    projects: [
      // Loading the same code for each file took half of their time.
      {
        extends: true,
        test: {
          name: 'shared',
          isolate: false,
          include: SHARED,
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: ['tests/{component,unit}/**/*.test.{ts,tsx}'], exclude: SHARED },
      },
    ],
    env: { NODE_ENV: 'test' },
    // Ends what hangs, and no test that other work keeps waiting.
    testTimeout: 30_000,
    // Every core: by itself it leaves one free, which halves the speed where there are two.
    maxWorkers: '100%',
    setupFiles: ['tests/support/setup.ts'],
  },
})
