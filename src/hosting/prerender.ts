import { type Plugin, type ResolvedConfig, type Rolldown, runnerImport } from 'vite'
import { wholeLanguages } from './localeFallback.ts'

/** Exported by `src/app/prerenderStartPage.tsx`. */
interface Drawn {
  firstPages: readonly { language: string; html: string; notLoaded: string }[]
  pages: readonly Wanted[]
  around: readonly Wanted[]
}

interface Wanted {
  path: string
  words: readonly string[]
  names: readonly string[]
}

type Chunk = Rolldown.OutputChunk

/** A chunk and its static imports, without what the entry chunk has fetched. */
function filesOf(chunk: Chunk, chunks: readonly Chunk[], found = new Set<string>()): ReadonlySet<string> {
  const isFirst = chunk.isEntry || chunks.some(({ isEntry, imports }) => isEntry && imports.includes(chunk.fileName))
  if (isFirst || found.has(chunk.fileName)) return found
  found.add(chunk.fileName)
  for (const other of chunks) if (chunk.imports.includes(other.fileName)) filesOf(other, chunks, found)
  return found
}

/** What `opening.js` preloads for each address; `modules` has what is imported later by its exports. */
function wantedOf({ firstPages, pages, around }: Drawn, chunks: readonly Chunk[], modules: Map<string, string>) {
  const chunkOf = (is: (source: string) => boolean, what: string) => {
    const found = chunks.find(({ moduleIds }) => moduleIds.some(is))
    if (found === undefined) throw new Error(`first-pages: no part of the build has ${what}`)
    return found
  }
  const filesNamed = (name: string) => {
    const chunk = chunkOf((source) => source === modules.get(name), name)
    return [...filesOf(chunk, chunks)]
  }
  const wordsIn = (language: string, part: string) => {
    const source = `/locales/${language}/${part}.ts`
    return `./${chunkOf((id) => id.endsWith(source), source).fileName}`
  }
  const parts = [...new Set([...pages, ...around].flatMap(({ words }) => words))]
  const allWordsIn = (language: string) => Object.fromEntries(parts.map((part) => [part, wordsIn(language, part)]))
  const wanted = ({ path, words, names }: Wanted) => {
    const files = new Set(names.flatMap(filesNamed))
    return { path, words, files: [...files].map((file) => `./${file}`) }
  }
  const surrounding = around.map(wanted)
  const alone = ({ files, ...page }: ReturnType<typeof wanted>) => {
    const fetched = surrounding.filter(({ path }) => page.path.startsWith(path)).flatMap((each) => each.files)
    return { ...page, files: files.filter((file) => !fetched.includes(file)) }
  }
  return {
    pages: pages.map(wanted).map(alone),
    around: surrounding,
    words: Object.fromEntries(firstPages.map(({ language }) => [language, allWordsIn(language)])),
  }
}

/**
 * First what the first words wait for, then the app, which waits for the line. What it begins with is fetched beside it,
 * and run as a task of its own.
 * @param imports the files that the entry chunk imports
 */
function inOrder(html: string, imports: readonly string[]): string {
  const styles = /<link rel="stylesheet"[^>]*>/
  const app = /<script type="module"([^>]*)><\/script>/
  const [own = ''] = styles.exec(html) ?? []
  const [, attributes = ''] = app.exec(html) ?? []
  const script = (attrs: string) => `<script type="module" fetchpriority="low"${attrs}></script>`
  const first = [
    own,
    '<link rel="preload" as="script" href="./opening.js">',
    ...imports.map((file) => script(` crossorigin src="./${file}"`)),
    script(attributes),
  ]
  return html
    .replace(styles, '')
    .replace(app, '')
    .replace('<link rel="icon"', () => `${first.join('\n    ')}\n    <link rel="icon"`)
}

/**
 * Prerenders the start page into `index.html` in every language, so that it can be used before the scripts are there.
 * `opening.js` shows it, and preloads the chunks of the current address.
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
      const all = [...this.getModuleIds()].flatMap((id) => this.getModuleInfo(id)?.dynamicallyImportedIds ?? [])
      // No two files there export one name.
      const own = all.filter((id) => id.startsWith(`${config.root}/src/`))
      for (const id of own) for (const name of this.getModuleInfo(id)?.exports ?? []) modules.set(name, id)
    },
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { bundle = {} }) => {
        const { root, resolve } = config
        const { module } = await runnerImport<Drawn>('/src/app/prerenderStartPage.tsx', {
          configFile: false,
          root,
          plugins: [wholeLanguages],
          resolve: { alias: resolve.alias },
          logLevel: 'warn',
        })
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const wanted = wantedOf(module, chunks, modules)
        const attrs = { src: './opening.js', 'data-wanted': JSON.stringify(wanted) }
        const tags = [
          ...module.firstPages.map(({ language, html, notLoaded }) => ({
            tag: 'template',
            attrs: { lang: language, 'data-not-loaded': notLoaded },
            children: html,
            injectTo: 'body' as const,
          })),
          { tag: 'script', attrs, injectTo: 'body' as const },
        ]
        const entry = chunks.find(({ isEntry }) => isEntry)
        return { html: inOrder(html, entry?.imports ?? []), tags }
      },
    },
  }
}
