import { Notifications } from '@mantine/notifications';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { NotificationSettings } from './notification_settings';

const setting = (kind: string, byEmail: boolean) => ({ __typename: 'NotificationSetting', kind, byEmail, byPush: false });
const phone = { __typename: 'PushSubscription', id: 'psh_phone', browser: 'Safari, iOS', createdAt: '2026-11-28T09:00:00Z', current: false };

interface Given {
  email?: string | null;
  devices?: readonly object[];
  language?: 'de' | 'en';
}

async function open({ email = 'anna@salon.example', devices = [], language = 'de' }: Given = {}) {
  const access = email === null ? null : { __typename: 'StaffAccess', email };
  const me = {
    __typename: 'Me',
    staff: { __typename: 'Staff', id: 'stf_anna', access },
    notificationSettings: [setting('BOOKED', false), setting('ABSENCE_ANSWERED', true)],
    pushKey: 'BPublic',
    pushSubscriptions: devices,
    sessions: [{ __typename: 'Session', createdAt: '2026-11-30T08:00:00Z', current: true }],
  };
  const sent = answerMutations({ settings: [], removedId: 'psh_phone', userErrors: [] }, { NotificationSettings: { me } });
  return { user: await showInBranch(<><Notifications /><NotificationSettings /></>, language), sent };
}

test('one chooses what one is notified of, in the language of the page, with undo', async () => {
  const { user, sent } = await open({ language: 'en' });
  await screen.findByText('The emails go to anna@salon.example.');
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'My request is answered: Email' }).checked).toBe(true);
  await user.click(screen.getByRole('switch', { name: 'New appointment, booked online: Email' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ variables }) => variables.input)).toEqual([
    { settings: [{ kind: 'BOOKED', byEmail: true, byPush: false }], locale: 'EN' },
    { settings: [{ kind: 'BOOKED', byEmail: false, byPush: false }], locale: 'EN' },
  ]);
});

test('pushes can be chosen once a device gets them, also without an email address', async () => {
  const { user, sent } = await open({ email: null, devices: [phone] });
  await user.click(await screen.findByRole('switch', { name: 'Neuer Termin, online gebucht: Push' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.variables.input).toEqual({ settings: [{ kind: 'BOOKED', byEmail: false, byPush: true }], locale: 'DE' });
});

test('without a device no push can be chosen, and it says why', async () => {
  await open();
  expect((await screen.findByRole<HTMLInputElement>('switch', { name: 'Neuer Termin, online gebucht: Push' })).disabled).toBe(true);
  expect(screen.getByText('Push geht, sobald du unten ein Gerät einschaltest.')).toBeTruthy();
});

test.each([null, ''])('whoever signs in without an address (%j) is told how to get one', async (email) => {
  await open({ email });
  expect(await screen.findByText(/^Du meldest dich ohne E-Mail-Adresse an/)).toBeTruthy();
  expect(screen.queryByRole('switch', { name: /E-Mail$/ })).toBeNull();
});

test('a device is removed from afar, and is said to be gone', async () => {
  const { user, sent } = await open({ devices: [phone] });
  await user.click(await screen.findByRole('button', { name: 'Safari, iOS entfernen' }));
  await screen.findByText('Entfernt. Wieder einschalten kannst du es nur auf dem Gerät selbst.');
  expect(sent.map(({ operationName, variables }) => [operationName, variables.input])).toEqual([['PushSubscriptionRemove', { id: 'psh_phone' }]]);
  expect(screen.queryByRole('button', { name: 'Rückgängig' })).toBeNull();
});
