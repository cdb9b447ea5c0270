// Keeps the whole app in the browser, so that it opens without a connection. The build puts in what to keep.

/** Every file of this build with the digest of what is in it. */
const FILES = '__FILES__'

/** Those that few need: kept from their first use on. */
const LATER = '__LATER__'

/** A name made from all of them: another build, another name. */
const NAME = 'guide-__VERSION__'

const scope = self.registration.scope
const addressOf = (file) => new URL(file, scope).href
/** Hosts say that an answer varies with the origin; the file is the same. */
const EXACTLY = { ignoreVary: true }

/** Only what was built is kept: with another digest, or when one file is missing, nothing of it is. */
async function keepAll() {
  const kept = await caches.open(NAME)
  const keep = async ([file, integrity]) => {
    const address = addressOf(file)
    // The name of a part changes with what is in it, so a copy from the previous build or the page's own will do.
    const isPart = file.startsWith('assets/')
    const before = isPart ? await caches.match(address, EXACTLY) : undefined
    const answer = before ?? (await fetch(address, { integrity, cache: isPart ? 'default' : 'no-cache' }))
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
    // A page that a host has moved to another address could not be shown at this one.
    const { status, headers } = answer
    await kept.put(address, answer.redirected ? new Response(answer.body, { status, headers }) : answer)
  }
  await Promise.all(FILES.map(keep))
}

/** Takes away what older builds kept, once no page is open that may still ask for it. */
async function tidy() {
  const { waiting, installing } = self.registration
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (open.length > 1 || waiting !== null || installing !== null) return
  const old = (await caches.keys()).filter((name) => name.startsWith('guide-') && name !== NAME)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** This build's files first, then those of the build before, which a page that is still open may ask for. */
async function answer(request) {
  const { href, pathname } = new URL(request.url)
  const isPage = request.mode === 'navigate'
  const address = isPage ? href.replace(/[?#].*$/, '').replace(/\/index\.html$/, '/') : href
  const own = await caches.open(NAME)
  const found = (await own.match(address, EXACTLY)) ?? (await caches.match(address, EXACTLY))
  if (found !== undefined) return found
  // An address that is none of ours leads to the app when nobody can be asked.
  if (isPage && pathname !== new URL(scope).pathname) return fetch(request).catch(() => Response.redirect(scope))
  const integrity = LATER.find(([file]) => addressOf(file) === address)?.[1]
  if (integrity === undefined) return fetch(request)
  const fetched = await fetch(address, { integrity })
  // Where there is no room, it is used all the same.
  if (fetched.ok) await own.put(address, fetched.clone()).catch(() => {})
  return fetched
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method === 'GET' && url.startsWith(scope)) event.respondWith(answer(event.request))
})
self.addEventListener('message', (event) => {
  // Never by itself: a page asks for it when everything is saved and somebody has pressed the button.
  if (event.data === 'take over') self.skipWaiting()
  if (event.data === 'tidy') event.waitUntil(tidy())
})
