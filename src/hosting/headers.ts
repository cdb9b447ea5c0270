/** `nginx.conf` and `Caddyfile` say the same in their own languages; a test compares them. */
type Headers = Readonly<Record<string, string>>

/** What the page may do: run and show what comes with it, and contact nobody. */
const POLICY: Headers = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'app',
}

const textOf = (policy: Headers) =>
  Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ')

const { 'frame-ancestors': _, ...inPage } = POLICY

/** For the page itself, where a host sends no headers. `frame-ancestors` holds only as a header. */
export const POLICY_IN_PAGE = textOf(inPage)

const PAGE_POLICY = textOf(POLICY)

/** The file that keeps the app for offline use fetches the app's own files, and obeys the header of its own file. */
const OFFLINE_POLICY = textOf({ ...POLICY, 'connect-src': "'self'" })

/** `Strict-Transport-Security` binds a whole name for years: only whoever owns the name can promise that. */
const ALWAYS: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=(), browsing-topics=()',
}

/** Names of these files change with what is in them. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** Kept, but asked for again. Not `no-store`: that would empty the page when somebody goes back to it. */
const ASK_AGAIN = 'no-cache'

/** The headers of a file that is there, by its path below the folder of the app: `/assets/first-1.js`. */
export const headersOf = (path: string): Headers => ({
  'Content-Security-Policy': path === '/sw.js' ? OFFLINE_POLICY : PAGE_POLICY,
  'Cache-Control': path.startsWith('/assets/') ? FOR_EVER : ASK_AGAIN,
  ...ALWAYS,
})

/** What is said with "not found": nothing that may be kept. */
export const headersOfMissing: Headers = { ...headersOf('/'), 'Cache-Control': ASK_AGAIN }

/**
 * The `_headers` file that Netlify, Cloudflare Pages and others read. No two rules fit the same file: such hosts join
 * the headers of all that fit, and of two policies the stricter would hold.
 * @param files the paths of the build
 */
export function headersFile(files: readonly string[]): string {
  const single = files.filter((file) => !file.startsWith('assets/') && !file.startsWith('_'))
  // Some of these hosts show `recover.html` as `recover`, and `index.html` as the folder.
  const addresses = single.flatMap((file) => {
    const path = `/${file}`
    return file.endsWith('.html') ? [path, path.replace(/(index)?\.html$/, '')] : [path]
  })
  return [...addresses, '/assets/*']
    .map((path) => {
      const lines = Object.entries(headersOf(path)).map(([name, value]) => `  ${name}: ${value}\n`)
      return `${path}\n${lines.join('')}`
    })
    .join('\n')
}
