import type { Client } from '@urql/core';
import type { Language } from '../language/language';

/** How long a sign-out waits for the pushes to end, in milliseconds: they end without it too, by the push service. */
const moment = 1000;

// Only browsers that once agreed to notifications load it.
const keptDevice = () => import('./kept_device');
const hasAgreed = () => 'serviceWorker' in navigator && 'Notification' in globalThis && Notification.permission === 'granted';

/** Has the server know the subscription of this browser, if it has one, and the language of the page. */
export async function keepPush(client: Client, language: Language): Promise<void> {
  if (hasAgreed()) {
    await keptDevice()
      .then(({ keepDevice }) => keepDevice(client, language))
      .catch(() => undefined); // the next start tries again
  }
}

/** Ends the pushes to this browser, before the user signs out. */
export async function leavePush(client: Client): Promise<void> {
  if (hasAgreed()) {
    const left = keptDevice()
      .then(({ leaveDevice }) => leaveDevice(client))
      .catch(() => undefined); // signing out is more urgent
    await Promise.race([left, new Promise((resolve) => setTimeout(resolve, moment))]);
  }
}
