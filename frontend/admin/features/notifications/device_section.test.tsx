import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { leavePushBrowser, stubPushBrowser } from '../../testing/push_browser';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { DeviceSection } from './device_section';

const device = { __typename: 'PushSubscription' as const, id: 'psh_1', browser: 'Firefox, Linux', createdAt: '2026-11-28T09:00:00Z', current: true };
const user = { pushKey: 'BPv_', pushSubscriptions: [] as (typeof device)[], sessions: [{ createdAt: '2026-11-30T08:00:00Z', current: true }] };
const name = 'Auf diesem Gerät benachrichtigen';
const isOn = () => screen.getByRole<HTMLInputElement>('switch', { name }).checked;

afterEach(() => void leavePushBrowser());

test('the switch asks, subscribes, and saves', async () => {
  const did = stubPushBrowser();
  const sent = answerMutations({ subscription: device, userErrors: [] });
  const person = await showInBranch(<DeviceSection me={user} />);
  expect(did).toEqual([]); // nothing without a gesture
  await person.click(screen.getByRole('switch', { name }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(did).toEqual(['ask', 'register /admin/push.js for /admin/', 'subscribe BPv_']);
  expect(sent[0]?.variables.input).toEqual({ endpoint: 'https://push.example/new', publicKey: 'public', authSecret: 'secret', locale: 'DE' });
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('switch', { name }).disabled).toBe(false));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a subscription with the key of another server is replaced', async () => {
  const did = stubPushBrowser({ permission: 'granted', endpoint: 'https://push.example/old' });
  const sent = answerMutations({ subscription: device, userErrors: [] });
  const person = await showInBranch(<DeviceSection me={{ ...user, pushKey: 'BNew' }} />);
  await person.click(screen.getByRole('switch', { name }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(did.slice(2)).toEqual(['unsubscribe', 'subscribe BNew']);
});

test('a device that is on says so, and is switched off here and on the server', async () => {
  const did = stubPushBrowser({ permission: 'granted', endpoint: 'https://push.example/1' });
  const sent = answerMutations({ removedId: 'psh_1', userErrors: [] });
  const person = await showInBranch(<DeviceSection me={{ ...user, pushSubscriptions: [device] }} />);
  await screen.findByText('Firefox, Linux · dieses Gerät');
  await waitFor(() => expect(isOn()).toBe(true));
  await person.click(screen.getByRole('switch', { name }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(did).toEqual(['unsubscribe']);
  expect(sent[0]?.variables.input).toEqual({ id: 'psh_1' });
});

test.each([
  ['the user dismisses the question', { answer: 'default' }, /^Du hast nicht zugestimmt/],
  ['the user refuses', { answer: 'denied' }, /^Dieser Browser verbietet Benachrichtigungen/],
  ['the push service is unreachable', { failure: new DOMException('push service error', 'AbortError') }, /^Der Push-Dienst dieses Browsers ist nicht erreichbar/],
] as const)('when %s, it says what to do', async (_, given, sentence) => {
  stubPushBrowser(given);
  const sent = answerMutations({});
  const person = await showInBranch(<DeviceSection me={user} />);
  await person.click(screen.getByRole('switch', { name }));
  expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
  expect(sent).toEqual([]);
});

test('offline it says so', async () => {
  stubPushBrowser({ failure: new DOMException('no network', 'AbortError') });
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const person = await showInBranch(<DeviceSection me={user} />);
  await person.click(screen.getByRole('switch', { name }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Du bist offline/);
});

test('what the server refuses leaves no subscription behind', async () => {
  const did = stubPushBrowser();
  const message = 'Der Server kennt diesen Push-Dienst nicht.';
  answerMutations({ subscription: null, userErrors: [{ __typename: 'UserError', code: 'PUSH_SERVICE_UNKNOWN', field: ['input', 'endpoint'], message }] });
  const person = await showInBranch(<DeviceSection me={user} />);
  await person.click(screen.getByRole('switch', { name }));
  expect((await screen.findByRole('alert')).textContent).toBe(message);
  expect(did.at(-1)).toBe('unsubscribe');
});

test.each([
  ['a browser without pushes', 'Mozilla/5.0 (X11; Linux x86_64)', /^Dieser Browser kann keine/],
  ['an iPhone whose page is no app yet', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', /Zum Home-Bildschirm/],
])('%s has no switch, but a sentence', async (_, agent, sentence) => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(agent);
  await showInBranch(<DeviceSection me={user} />);
  expect(screen.getByText(sentence)).toBeTruthy();
  expect(screen.queryByRole('switch')).toBeNull();
});

test('a browser that forbids notifications says where to allow them, in English too', async () => {
  stubPushBrowser({ permission: 'denied' });
  await showInBranch(<DeviceSection me={user} />, 'en');
  expect(screen.getByText(/^This browser forbids notifications/)).toBeTruthy();
});
