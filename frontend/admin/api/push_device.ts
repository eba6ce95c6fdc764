/** What stands between this browser and pushes, as far as it tells without asking. */
export type PushObstacle = 'notInstalled' | 'unsupported' | 'denied';

/** How a browser can fail to subscribe. */
export type PushFailure = 'denied' | 'dismissed' | 'offline' | 'noService';

/** The address that pushes to this browser are sent to, with the keys that encrypt them. */
export interface PushAddress {
  endpoint: string;
  publicKey: string;
  authSecret: string;
}

/** The address of the service worker; pages below its folder are its scope. */
const worker = '/admin/push.js';
const scope = '/admin/';

/** How long a push service may take to answer, in milliseconds. */
const patience = 20_000;

const isSupported = () => 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

/** iPads call themselves Macs, but are touched. */
const isAppleTouchDevice = () => /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

/** Returns why this browser cannot get pushes now; undefined if it may. */
export function pushObstacle(): PushObstacle | undefined {
  if (!isSupported()) {
    return isAppleTouchDevice() ? 'notInstalled' : 'unsupported';
  }
  return Notification.permission === 'denied' ? 'denied' : undefined;
}

/** Returns the subscription of this browser, if it has one. */
export async function pushSubscription(): Promise<PushSubscription | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  return (await registration?.pushManager.getSubscription()) ?? undefined;
}

/** Asks for the permission, which takes a gesture of the user, and subscribes this browser to pushes that a server signs with the key. */
export async function subscribeToPush(key: string): Promise<PushAddress | PushFailure> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') {
    return permission === 'denied' ? 'denied' : 'dismissed';
  }
  try {
    return addressOf(await within(patience, subscription(key)));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') {
      return 'denied';
    }
    return navigator.onLine ? 'noService' : 'offline';
  }
}

/** Ends the subscription of this browser, also without the push service. */
export async function unsubscribeFromPush(): Promise<void> {
  const subscribed = await pushSubscription();
  await subscribed?.unsubscribe().catch(() => undefined);
}

/** Returns the address of a subscription. */
export function addressOf(subscribed: PushSubscription): PushAddress {
  const { endpoint = '', keys = {} } = subscribed.toJSON();
  return { endpoint, publicKey: keys['p256dh'] ?? '', authSecret: keys['auth'] ?? '' };
}

async function subscription(key: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.register(worker, { scope });
  await isActive(registration);
  const former = await registration.pushManager.getSubscription();
  if (former && !isSignedWith(former, key)) {
    await former.unsubscribe(); // it belongs to a server of before
  }
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

function isSignedWith({ options: { applicationServerKey } }: PushSubscription, key: string): boolean {
  const bytes = new Uint8Array(applicationServerKey ?? new ArrayBuffer(0));
  const coded = btoa(String.fromCodePoint(...bytes));
  return coded.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === key;
}

/** Only an active worker can be subscribed. `navigator.serviceWorker.ready` would wait forever on /admin, which is not below its scope. */
function isActive({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const next = installing ?? waiting;
  if (active || !next) {
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    next.addEventListener('statechange', () => {
      if (next.state === 'activated') {
        resolve();
      } else if (next.state === 'redundant') {
        reject(new Error('The service worker was not installed.'));
      }
    });
  });
}

/** Rejects if a promise is not settled in time. */
async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It took too long.')), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
