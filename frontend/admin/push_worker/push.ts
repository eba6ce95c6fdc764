import { messageOf, noticeOf, pathInAdmin } from './message';

// It answers no requests and keeps nothing: the admin is never older than its server.
declare const self: ServiceWorkerGlobalScope;

const { origin } = self.location;

self.addEventListener('install', () => void self.skipWaiting());
// Only windows that a worker controls can be navigated by it.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const message = messageOf(event.data?.text(), origin);
  if (message) {
    event.waitUntil(self.registration.showNotification(message.title, noticeOf(message)));
  }
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(pathInAdmin(String(event.notification.data), origin) ?? '/admin/'));
});

/** Brings the admin's last used window to the front and there, or opens one. */
async function open(path: string): Promise<unknown> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const admin = windows.find(({ url, frameType }) => frameType === 'top-level' && pathInAdmin(url, origin) !== undefined);
  if (!admin) {
    return self.clients.openWindow(path);
  }
  try {
    const shown = await admin.focus();
    return await shown.navigate(path);
  } catch {
    return self.clients.openWindow(path); // it was closed meanwhile, or another worker controls it
  }
}
