import type { Client } from '@urql/core';
import { store, stored } from '../../environment/storage';
import { send } from '../api/change';
import { addressOf, type PushAddress, pushObstacle, pushSubscription, unsubscribeFromPush } from '../api/push_device';
import type { Language } from '../language/language';
import { locales } from './notification_locale';
import { pushDevicesQuery, type PushState, pushSubscriptionRemove, pushSubscriptionSave } from './push_query';

const storageKey = 'visavis-push';

/** What tells a device that was removed elsewhere from one whose session or address is new. The language follows it. */
const savingOf = ({ sessions }: PushState, { endpoint }: PushAddress) => `${sessions.find(({ current }) => current)?.createdAt} ${endpoint}`;

const read = async (client: Client) => (await client.query(pushDevicesQuery, {}, { requestPolicy: 'network-only' }).toPromise()).data?.me;

/** Saves that pushes to an address are for the user, in the language of the page. */
export async function saveDevice(client: Client, me: PushState, address: PushAddress, language: Language) {
  const outcome = await send(client, pushSubscriptionSave, { input: { ...address, locale: locales[language] } });
  if (outcome.done) {
    store(storageKey, `${savingOf(me, address)} ${language}`);
  }
  return outcome;
}

/**
 * Saves the subscription of this browser anew if the server does not know it, since its address, the session or the profile is new, or if the
 * page has another language by now. Ends it if it was removed on another device.
 */
export async function keepDevice(client: Client, language: Language): Promise<void> {
  const subscribed = pushObstacle() ? undefined : await pushSubscription();
  const me = subscribed && (await read(client));
  if (!me) {
    return;
  }
  const address = addressOf(subscribed);
  const former = stored(storageKey);
  const isKnown = me.pushSubscriptions.some(({ current }) => current);
  if (!isKnown && former?.startsWith(`${savingOf(me, address)} `)) {
    await unsubscribeFromPush();
  } else if (!isKnown || former !== `${savingOf(me, address)} ${language}`) {
    await saveDevice(client, me, address, language);
  }
}

/** Ends the pushes to this browser; the server learns it from the push service if it cannot be told. */
export async function leaveDevice(client: Client): Promise<void> {
  if (!(await pushSubscription())) {
    return;
  }
  const [me] = await Promise.all([read(client), unsubscribeFromPush()]);
  const own = me?.pushSubscriptions.find(({ current }) => current);
  if (own) {
    await send(client, pushSubscriptionRemove, { input: { id: own.id } });
  }
}
