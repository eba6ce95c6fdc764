import { Notifications } from '@mantine/notifications';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { NotificationSettings } from './notification_settings';

const setting = (kind: string, byEmail: boolean) => ({ __typename: 'NotificationSetting', kind, byEmail });

async function open(email: string | null, language: 'de' | 'en' = 'de') {
  const access = email === null ? null : { __typename: 'StaffAccess', email };
  const sent = answerMutations(
    { settings: [], userErrors: [] },
    { NotificationSettings: { me: { __typename: 'Me', staff: { __typename: 'Staff', id: 'stf_anna', access }, notificationSettings: [setting('BOOKED', false), setting('ABSENCE_ANSWERED', true)] } } },
  );
  return { user: await showInBranch(<><Notifications /><NotificationSettings /></>, language), sent };
}

test('one chooses what one is notified of, in the language of the page, with undo', async () => {
  const { user, sent } = await open('anna@salon.example', 'en');
  await screen.findByRole('group', { name: 'Emails to anna@salon.example' });
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'My request is answered' }).checked).toBe(true);
  await user.click(screen.getByRole('switch', { name: 'New appointment, booked online' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ variables }) => variables.input)).toEqual([
    { settings: [{ kind: 'BOOKED', byEmail: true }], locale: 'EN' },
    { settings: [{ kind: 'BOOKED', byEmail: false }], locale: 'EN' },
  ]);
});

test.each([null, ''])('whoever signs in without an address (%j) is told how to get one', async (email) => {
  await open(email);
  expect(await screen.findByText(/^Du meldest dich ohne E-Mail-Adresse an/)).toBeTruthy();
  expect(screen.queryByRole('switch')).toBeNull();
});
