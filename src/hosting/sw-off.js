// In the place of sw.js, this takes the offline copy of the app out of every browser that comes by, and itself with it.
// What people have written lies in another store of the browser and is not touched. No page is reloaded.

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      const ours = (await caches.keys()).filter((name) => name.startsWith('guide-'))
      await Promise.all(ours.map((name) => caches.delete(name)))
      await self.registration.unregister()
    })(),
  ),
)
