import { type InlineConfig, type Plugin, type ResolvedConfig, type Rolldown, runnerImport } from 'vite'
import { wholeLanguages } from './wholeLanguages.ts'

/** What `src/app/firstPage.tsx` gives. */
interface FirstPages {
  firstPages: readonly { language: string; html: string; notLoaded: string }[]
}

type Chunk = Rolldown.OutputChunk

/** A chunk and everything that it imports at once, less what the first script brings. */
function filesOf(chunk: Chunk, chunks: readonly Chunk[], seen = new Set<string>()): ReadonlySet<string> {
  if (chunk.isEntry || seen.has(chunk.fileName)) return seen
  seen.add(chunk.fileName)
  for (const other of chunks) if (chunk.imports.includes(other.fileName)) filesOf(other, chunks, seen)
  return seen
}

/** The source of a page, such as `src/pages/review/ReviewPage.tsx`, and the folder that it stands in. */
const PAGE = /\/src\/pages\/(?:(\w+)\/)?(\w+)Page\.tsx$/

/** Pages of folders that speak words of their own, beside those of all later pages. */
const WITH_REPLIES = ['review', 'inbox', 'reply']

/**
 * What each page is made of, by the end of its address without hyphens: `handover` for `#/case/x/hand-over`. A page
 * that is named otherwise is fetched when the app asks for it.
 */
function partsOf(chunks: readonly Chunk[], languages: readonly string[]) {
  const later = chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/app/LaterPages.tsx'))
  const pages = chunks.flatMap((chunk) => {
    const [, folder = '', name] = PAGE.exec(chunk.facadeModuleId ?? '') ?? []
    if (name === undefined) return []
    const files = [...later, chunk].flatMap((part) => [...filesOf(part, chunks)])
    const words = ['first', 'later', ...(WITH_REPLIES.includes(folder) ? ['account'] : [])]
    return [[name.toLowerCase(), { words, files: [...new Set(files)].map((file) => `./${file}`) }]]
  })
  const wordsIn = (language: string) =>
    Object.fromEntries(
      ['first', 'later', 'account'].map((part) => {
        const source = `/locales/${language}/${part}.ts`
        return [part, `./${chunks.find((chunk) => chunk.facadeModuleId?.endsWith(source))?.fileName}`]
      }),
    )
  return {
    parts: Object.fromEntries(pages),
    words: Object.fromEntries(languages.map((language) => [language, wordsIn(language)])),
  }
}

/**
 * The start page stands in `index.html` in every language, so that it can be read and answered on before the scripts are
 * there. It is drawn by the components of the app, which the build runs once. `opening.js` shows it, and fetches what
 * the page of the address is made of beside the app.
 */
export function firstPages(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'first-pages',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved
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
        const { module } = await runnerImport<FirstPages>('/src/app/firstPage.tsx', own)
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const parts = partsOf(
          chunks,
          module.firstPages.map(({ language }) => language),
        )
        return [
          ...module.firstPages.map(({ language, html, notLoaded }) => ({
            tag: 'template',
            attrs: { lang: language, 'data-not-loaded': notLoaded },
            children: html,
            injectTo: 'body' as const,
          })),
          {
            tag: 'script',
            attrs: { src: './opening.js', 'data-parts': JSON.stringify(parts) },
            injectTo: 'body' as const,
          },
        ]
      },
    },
  }
}
