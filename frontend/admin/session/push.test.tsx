import { afterEach, expect, test } from 'vitest';
import { newApi } from '../api/api';
import { leavePushBrowser, stubPushBrowser } from '../testing/push_browser';
import { answerMutations } from '../testing/server';
import { keepPush, leavePush } from './push';

const endpoint = 'https://push.example/1';

interface Server {
  session?: string;
  current?: boolean;
  devices?: number;
}

/** A server that knows as many devices, the first of which may be that of the session. */
function answer({ session = '2026-11-30T08:00:00Z', current = false, devices = 0 }: Server = {}) {
  const pushSubscriptions = Array.from({ length: devices }, (_, index) => ({
    __typename: 'PushSubscription', id: `psh_${index}`, browser: '', createdAt: session, current: current && index === 0,
  }));
  const me = { __typename: 'Me', pushKey: 'BPv_', pushSubscriptions, sessions: [{ __typename: 'Session', createdAt: session, current: true }] };
  return answerMutations({ subscription: null, removedId: null, userErrors: [] }, { PushDevices: { me } });
}

const { client } = newApi({ language: () => 'de' });
const namesOf = (sent: ReturnType<typeof answer>) => sent.map(({ operationName }) => operationName);

afterEach(() => void leavePushBrowser());

test('at start, a subscription that the server does not know is saved anew, once', async () => {
  const did = stubPushBrowser({ permission: 'granted', endpoint });
  const sent = answer({ devices: 1 });
  await keepPush(client, 'de');
  expect(sent.map(({ variables }) => variables.input)).toMatchObject([{ endpoint, publicKey: 'public', authSecret: 'secret' }]);
  await keepPush(client, 'de'); // still not listed: it was removed on another device
  expect(namesOf(sent)).toEqual(['PushSubscriptionSave']);
  expect(did).toEqual(['unsubscribe']);
});

test('at start, a new session or a new address saves it again', async () => {
  stubPushBrowser({ permission: 'granted', endpoint });
  answer();
  await keepPush(client, 'de');
  const later = answer({ session: '2026-12-01T08:00:00Z' });
  await keepPush(client, 'de');
  stubPushBrowser({ permission: 'granted', endpoint: 'https://push.example/renewed' });
  await keepPush(client, 'de');
  expect(later.map(({ variables }) => variables.input['endpoint'])).toEqual([endpoint, 'https://push.example/renewed']);
});

test('a change of the language is told, once', async () => {
  stubPushBrowser({ permission: 'granted', endpoint });
  answer();
  await keepPush(client, 'de');
  const later = answer({ devices: 1, current: true });
  await keepPush(client, 'de');
  await keepPush(client, 'en');
  await keepPush(client, 'en');
  expect(later.map(({ variables }) => variables.input['locale'])).toEqual(['EN']);
});

test.each([
  ['is missing', { permission: 'granted' }, {}],
  ['is forbidden', { permission: 'denied', endpoint }, {}],
] as const)('at start, nothing is sent if the subscription %s', async (_, browser, server) => {
  const did = stubPushBrowser(browser);
  const sent = answer(server);
  await keepPush(client, 'de');
  expect({ did, sent }).toEqual({ did: [], sent: [] });
});

test('whoever leaves takes the subscription along', async () => {
  const did = stubPushBrowser({ permission: 'granted', endpoint });
  const sent = answer({ devices: 2, current: true });
  await leavePush(client);
  expect(did).toEqual(['unsubscribe']);
  expect(sent.map(({ operationName, variables }) => [operationName, variables.input])).toEqual([['PushSubscriptionRemove', { id: 'psh_0' }]]);
});

test('a server that is unreachable keeps nobody from leaving', async () => {
  const did = stubPushBrowser({ permission: 'granted', endpoint });
  answerMutations({}, { PushDevices: () => Promise.reject(new TypeError('no network')) });
  await leavePush(client);
  expect(did).toEqual(['unsubscribe']);
});

test('browsers without pushes leave as before', async () => {
  const sent = answer();
  await leavePush(client);
  await keepPush(client, 'de');
  expect(sent).toEqual([]);
});
