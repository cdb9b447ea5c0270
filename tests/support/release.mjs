// Builds the product once more into a folder, as a later release: every script has another content and another name.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const [outDir, mark] = process.argv.slice(2)

/** What somebody would see of the release: the page says which it is. */
const later = {
  name: 'later-release',
  renderChunk: (code) => `${code}\n;globalThis.release=${JSON.stringify(mark)};`,
  transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'release', content: mark }, injectTo: 'head' }],
}

await build({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  logLevel: 'error',
  plugins: [later],
  build: { outDir, emptyOutDir: true },
})
