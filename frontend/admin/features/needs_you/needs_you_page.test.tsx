import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations, page } from '../../testing/server';
import NeedsYouCount from './needs_you_count';
import { NeedsYouPage } from './needs_you_page';

const nothing = {
  __typename: 'Inbox',
  waitingAppointments: 0,
  strandedAppointments: 0,
  requestedAppointments: 0,
  appointmentsWithoutOutcome: 0,
  absenceRequests: 0,
  failedMails: 0,
  missingVideoLinks: 0,
};

const appointment = {
  __typename: 'Appointment',
  id: 'apt_past',
  start: '2026-11-25T09:00:00Z',
  status: 'CONFIRMED',
  contact: { __typename: 'Contact', name: 'Nora' },
  service: { __typename: 'Service', id: 'svc_cut', name: 'Haarschnitt' },
  staff: { __typename: 'StaffProfile', id: 'stf_ben', displayName: 'Ben' },
};

/** A customer who waits in the own room, or by hand in that of another provider. */
const waiting = (id: string, name: string, roomIsOwn: boolean) => ({
  ...appointment, id, contact: { __typename: 'Contact', name }, roomIsOwn, roomUrl: roomIsOwn ? `https://salon.example/admin/gespraech/${id}` : 'https://zoom.us/j/1', roomAdmittedAt: null,
  customerWaitsSince: '2026-11-25T08:55:00Z', customerLateUntil: null, branch: { __typename: 'Branch', id: 'brn_mitte', admitByHand: true },
});

/** Shows the page and the number of an owner. */
async function show(inbox: Partial<typeof nothing>) {
  const sent = answerMutations(
    { appointment: { ...appointment, status: 'COMPLETED' }, userErrors: [] },
    {
      ManagerInbox: () => ({ inbox: { ...nothing, ...inbox } }),
      WaitingAppointments: () => ({ waitingAppointments: page('Appointment', [waiting('apt_own', 'Lena', true), waiting('apt_other', 'Nina', false)]) }),
      AppointmentsWithoutOutcome: () => ({ appointmentsWithoutOutcome: page('Appointment', [appointment]) }),
    },
  );
  const user = await showInBranch(
    <>
      <NeedsYouCount />
      <NeedsYouPage />
    </>,
  );
  return { user, sent };
}

test('nothing waits: the page says so, and there is no number', async () => {
  await show({});
  await screen.findByText('Gerade braucht dich nichts.');
  expect(screen.queryByText(/offene/)).toBeNull();
});

test('the number counts what the page holds, and each thing leads to its place', async () => {
  await show({ failedMails: 2, missingVideoLinks: 1 });
  await screen.findByText('3 offene Punkte');
  expect(screen.getByRole('link', { name: '2 E-Mails ließen sich nicht zustellen' }).getAttribute('href')).toMatch(/\/postausgang/);
  expect(screen.getByRole('link', { name: '1 Person fehlt nur der Raum für Video-Anrufe' }).getAttribute('href')).toMatch(/\/video-anrufe/);
  expect(screen.queryByRole('table')).toBeNull();
});

test('an outcome is recorded in one click', async () => {
  const { user, sent } = await show({ appointmentsWithoutOutcome: 1 });
  await user.click(await screen.findByRole('button', { name: 'Nicht erschienen: Nora' }));
  await waitFor(() => expect(sent).toMatchObject([{ operationName: 'AppointmentOutcomeSet', variables: { input: { id: 'apt_past', outcome: 'NO_SHOW' } } }]));
});

test('who waits stands first, with the way into the own room, or to let them in', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-25T08:58:30Z') });
  const { user, sent } = await show({ waitingAppointments: 2, appointmentsWithoutOutcome: 1 });
  await screen.findByText('3 offene Punkte');
  expect((await screen.findAllByRole('heading', { level: 2 })).map(({ textContent }) => textContent)).toEqual(['Wartet im Warteraum', 'Vergangene Termine ohne Ergebnis']);
  expect(await screen.findAllByText('wartet seit 3 Min.')).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'Gespräch öffnen: Lena' }).getAttribute('href')).toBe('https://salon.example/admin/gespraech/apt_own');
  expect(screen.queryByRole('link', { name: /Nina/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Einlassen: Nina' }));
  await waitFor(() => expect(sent).toMatchObject([{ operationName: 'RoomAdmit', variables: { input: { appointmentId: 'apt_other' } } }]));
  vi.useRealTimers();
});
