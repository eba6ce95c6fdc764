import { vi } from 'vitest';

interface Given {
  permission?: NotificationPermission;
  /** What the user answers when asked. */
  answer?: NotificationPermission;
  /** The endpoint of the subscription that the browser has. */
  endpoint?: string;
  /** Why the browser cannot subscribe. */
  failure?: Error;
}

/** Stands in for a browser that knows pushes, and returns what it did. */
export function stubPushBrowser({ permission = 'default', answer = 'granted', endpoint, failure }: Given = {}) {
  const did: string[] = [];
  let current = endpoint;
  const subscription = () => ({
    options: { applicationServerKey: new Uint8Array([4, 251, 255]).buffer }, // in base64url: BPv_
    toJSON: () => ({ endpoint: current, keys: { p256dh: 'public', auth: 'secret' } }),
    async unsubscribe() {
      did.push('unsubscribe');
      current = undefined;
    },
  });
  const registration = {
    active: {},
    pushManager: {
      getSubscription: async () => (current ? subscription() : null),
      async subscribe({ applicationServerKey }: { applicationServerKey: string }) {
        did.push(`subscribe ${applicationServerKey}`);
        if (failure) {
          throw failure;
        }
        current = 'https://push.example/new';
        return subscription();
      },
    },
  };
  const notification = {
    permission,
    async requestPermission() {
      did.push('ask');
      notification.permission = answer;
      return answer;
    },
  };
  vi.stubGlobal('PushManager', () => undefined);
  vi.stubGlobal('Notification', notification);
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: {
      getRegistration: async () => registration,
      async register(address: string, { scope }: { scope: string }) {
        did.push(`register ${address} for ${scope}`);
        return registration;
      },
    },
  });
  return did;
}

/** Takes the stand-in away that `unstubGlobals` does not. */
export const leavePushBrowser = () => Reflect.deleteProperty(navigator, 'serviceWorker');
