/** A test compares these with `nginx.conf` and `Caddyfile`. */
type Headers = Readonly<Record<string, string>>

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

/** For hosts without headers. `frame-ancestors` works only as a header. */
export const POLICY_IN_PAGE = textOf(inPage)

const PAGE_POLICY = textOf(POLICY)

const WORKER_POLICY = textOf({ ...POLICY, 'connect-src': "'self'" })

/** Without `Strict-Transport-Security`, which only the owner of the domain can promise. */
const ALWAYS: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=(), browsing-topics=()',
}

/** For files with a hash in their name. */
const FOREVER = 'public, max-age=31536000, immutable'

/** Not `no-store`, which disables the back/forward cache. */
const REVALIDATE = 'no-cache'

/** For a file that exists, by its path below the app: `/assets/first-1.js`. */
export const headersOf = (path: string): Headers => ({
  'Content-Security-Policy': path === '/sw.js' ? WORKER_POLICY : PAGE_POLICY,
  'Cache-Control': path.startsWith('/assets/') ? FOREVER : REVALIDATE,
  ...ALWAYS,
})

/** For 404: never cached. */
export const headersOfMissing: Headers = { ...headersOf('/'), 'Cache-Control': REVALIDATE }

/**
 * The `_headers` file of Netlify, Cloudflare Pages and others. No two rules match one file: such hosts merge the headers
 * of all that match, and of two policies the stricter would apply.
 */
export function headersFile(files: readonly string[]): string {
  const single = files.filter((file) => !file.startsWith('assets/') && !file.startsWith('_'))
  // Some hosts serve `recover.html` as `recover`, and `index.html` as the folder.
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
