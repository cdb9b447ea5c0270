import { type InlineConfig, type Plugin, type ResolvedConfig, type Rolldown, runnerImport } from 'vite'
import { wholeLanguages } from './localeFallback.ts'

/** What `src/app/prerenderStartPage.tsx` gives. */
interface Drawn {
  firstPages: readonly { language: string; html: string; notLoaded: string }[]
  pages: readonly { path: string; words: readonly string[]; names: readonly string[] }[]
}

type Chunk = Rolldown.OutputChunk

/** A chunk and everything that it imports at once, less what the first script brings. */
function filesOf(chunk: Chunk, chunks: readonly Chunk[], seen = new Set<string>()): ReadonlySet<string> {
  if (chunk.isEntry || seen.has(chunk.fileName)) return seen
  seen.add(chunk.fileName)
  for (const other of chunks) if (chunk.imports.includes(other.fileName)) filesOf(other, chunks, seen)
  return seen
}

/**
 * What `opening.js` fetches for each address.
 * @param modules by the names that they export, those that the table of pages imports
 */
function wantedOf({ firstPages, pages }: Drawn, chunks: readonly Chunk[], modules: Map<string, string>) {
  const chunkOf = (is: (source: string) => boolean, what: string) => {
    const found = chunks.find(({ facadeModuleId }) => facadeModuleId !== null && is(facadeModuleId))
    if (found === undefined) throw new Error(`first-pages: no part of the build has ${what}`)
    return found
  }
  const filesNamed = (name: string) => [
    ...filesOf(
      chunkOf((source) => source === modules.get(name), name),
      chunks,
    ),
  ]
  const wordsIn = (language: string, part: string) => {
    const source = `/locales/${language}/${part}.ts`
    return `./${chunkOf((id) => id.endsWith(source), source).fileName}`
  }
  const parts = new Set(pages.flatMap(({ words }) => words))
  return {
    pages: pages.map(({ path, words, names }) => {
      const files = new Set(names.flatMap(filesNamed))
      return { path, words, files: [...files].map((file) => `./${file}`) }
    }),
    words: Object.fromEntries(
      firstPages.map(({ language }) => [
        language,
        Object.fromEntries([...parts].map((part) => [part, wordsIn(language, part)])),
      ]),
    ),
  }
}

/**
 * The start page stands in `index.html` in every language, so that it can be read and answered on before the scripts are
 * there. It is drawn by the components of the app, which the build runs once. `opening.js` shows it, and fetches what
 * the page of the address is made of beside the app.
 */
export function prerender(): Plugin {
  let config: ResolvedConfig
  const modules = new Map<string, string>()
  return {
    name: 'first-pages',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved
    },
    buildEnd() {
      const table = this.getModuleInfo(`${config.root}/src/app/pages.tsx`)
      for (const id of table?.dynamicallyImportedIds ?? [])
        for (const name of this.getModuleInfo(id)?.exports ?? []) modules.set(name, id)
    },
    transformIndexHtml: {
      order: 'post',
      handler: async (_, { bundle = {} }) => {
        const { root, resolve } = config
        const own: InlineConfig = {
          configFile: false,
          root,
          plugins: [wholeLanguages],
          resolve: { alias: resolve.alias },
          logLevel: 'warn',
        }
        const { module } = await runnerImport<Drawn>('/src/app/prerenderStartPage.tsx', own)
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const wanted = wantedOf(module, chunks, modules)
        return [
          ...module.firstPages.map(({ language, html, notLoaded }) => ({
            tag: 'template',
            attrs: { lang: language, 'data-not-loaded': notLoaded },
            children: html,
            injectTo: 'body' as const,
          })),
          {
            tag: 'script',
            attrs: { src: './opening.js', 'data-wanted': JSON.stringify(wanted) },
            injectTo: 'body' as const,
          },
        ]
      },
    },
  }
}
