// In the place of sw.js, this takes the offline copy of the app out of every browser that comes by, and itself with it.
// What people have written lies in another store of the browser and is not touched. No page is reloaded.

async function leave() {
  const ours = (await caches.keys()).filter((name) => name.startsWith('guide-'))
  await Promise.all(ours.map((name) => caches.delete(name)))
  await self.registration.unregister()
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(leave()))
// A page that registered it while it was leaving has kept it: the page says so, and it leaves again.
self.addEventListener('message', (event) => event.waitUntil(leave()))
