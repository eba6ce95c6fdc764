import { Notifications } from '@mantine/notifications';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations, page } from '../../testing/server';
import { OwnDayPage } from './own_day_page';

afterEach(() => void vi.useRealTimers());

const request = (id: string, state: string, absenceId: string | null = null) => ({
  __typename: 'AbsenceRequest', id, kind: 'HOLIDAY', note: '', firstDay: '2026-12-21', lastDay: '2026-12-31', start: null, end: null, state, absenceId, answer: state === 'DECLINED' ? 'Messe' : '', answeredBy: null,
});

const begins = (firstDay: string, state = 'APPROVED') => ({ ...request(`arq_${firstDay}${state}`, state), firstDay, lastDay: '2026-12-31' });

const absence = (id: string, kind: string, firstDay: string) => ({ __typename: 'Absence', id, kind, firstDay, lastDay: firstDay, start: null, end: null });

const branch = (id: string, name: string, timeZone = 'Europe/Berlin') => ({
  __typename: 'Branch', id: `brn_${id}`, name, slug: id, timeZone, timeZoneAliases: [], locale: 'DE', currency: 'EUR', sendsMail: true, lastChangeId: '0', videoOnlyModes: [], admitByHand: false,
});
const mitte = branch('mitte', 'Mitte');
/** As a branch of the profile. */
const inMitte = { ...mitte, ownRoomByDefault: false };
const lisbon = branch('lissabon', 'Lissabon', 'Europe/Lisbon');

const appointment = (id: string, name: string, start: string, end: string, delivery = 'IN_SALON', where = mitte) => ({
  __typename: 'Appointment', id, start, end, note: 'Kommt mit Kind', roomUrl: delivery === 'VIDEO' ? 'https://meet.jit.si/anna' : null, roomOpensAt: null, roomAdmittedAt: null, roomDelayedUntil: null, roomEndedAt: null, roomIsOwn: false, customerWaitsSince: null, customerLateUntil: null, branch: where,
  contact: { __typename: 'Contact', name, email: 'nora@kunde.example', phone: '0170 1' },
  service: { __typename: 'Service', id: `svc_${id}`, name: 'Farbberatung', delivery },
});

/** Shows the page at nine on Monday, 23 November 2026 in Berlin. */
async function open(appointments: unknown[], profile: Record<string, unknown> = {}, more: unknown[] = []) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T08:00:00Z') });
  const asked: string[] = [];
  const sent = answerMutations(
    { absence: null, request: null, removedId: null, strandedAppointments: [], userErrors: [] },
    {
      OwnDay: {
        node: { __typename: 'Staff', id: 'stf_anna', hasCalendarFeed: false, branches: [inMitte], samePersonAs: [], videoLink: null, absences: [], absenceRequests: [], ...profile },
      },
      OwnShifts: ({ branchId, to }) => {
        const works = { __typename: 'RosterStaff', profile: { __typename: 'StaffProfile', id: 'stf_anna' }, working: [{ __typename: 'TimeSpan', start: '2026-11-23T08:00:00Z', end: '2026-11-23T16:00:00Z' }] };
        asked.push(`${String(branchId)} ${String(to)}`);
        return { roster: [{ __typename: 'RosterDay', date: '2026-11-23', staff: appointments.length > 0 ? [works] : [] }] };
      },
      NotificationSettings: { me: { __typename: 'Me', staff: { __typename: 'Staff', id: 'stf_anna', access: { __typename: 'StaffAccess', email: 'anna@salon.example' } }, notificationSettings: [] } },
      OwnAppointments: ({ after }) => ({ ownAppointments: { ...page('Appointment', after ? more : appointments), pageInfo: { __typename: 'PageInfo', hasNextPage: more.length > 0 && !after, endCursor: 'first' } } }),
    },
  );
  const user = await showInBranch(<><Notifications /><OwnDayPage /></>);
  return { user, sent, asked };
}

const section = (name: string) => screen.findByRole('region', { name });

test('the next appointment stands first with its customer, and a call can be started', async () => {
  await open([
    appointment('apt_past', 'Paul', '2026-11-23T07:00:00Z', '2026-11-23T07:30:00Z'),
    appointment('apt_next', 'Nora', '2026-11-23T08:05:00Z', '2026-11-23T08:35:00Z', 'VIDEO'),
    appointment('apt_later', 'Pia', '2026-11-24T09:00:00Z', '2026-11-24T09:30:00Z'),
  ]);
  const next = within(await section('Nächster Termin'));
  expect(next.getByText('Mo., 23.11. · 09:05–09:35')).toBeTruthy();
  expect(next.getByText(/Nora · Farbberatung/)).toBeTruthy();
  expect(next.getByText('Notiz: Kommt mit Kind')).toBeTruthy();
  expect(next.getByRole('link', { name: '0170 1' }).getAttribute('href')).toBe('tel:0170 1');
  expect(next.getByRole('link', { name: /Gespräch starten/ }).getAttribute('href')).toBe('https://meet.jit.si/anna');
  expect(within(await section('Danach')).getByRole('link', { name: '10:00–10:30 Pia' })).toBeTruthy();
  expect(within(await section('Meine Schichten')).getByText('09:00–17:00')).toBeTruthy();
  expect(screen.queryByText(/Paul/)).toBeNull();
});

test('a customer who waits in the own room shows, and the room opens before its time', async () => {
  const waits = { roomIsOwn: true, roomUrl: 'https://salon.example/admin/gespraech/apt_next', customerWaitsSince: '2026-11-23T07:57:00Z' };
  await open([
    { ...appointment('apt_next', 'Nora', '2026-11-23T08:14:00Z', '2026-11-23T08:35:00Z', 'VIDEO'), ...waits },
    { ...appointment('apt_later', 'Pia', '2026-11-23T09:00:00Z', '2026-11-23T09:30:00Z', 'VIDEO'), customerLateUntil: '2026-11-23T09:05:00Z' },
  ]);
  const next = within(await section('Nächster Termin'));
  expect(next.getByText('wartet seit 3 Min.')).toBeTruthy();
  expect(next.getByRole('link', { name: /Gespräch öffnen/ }).getAttribute('href')).toBe('https://salon.example/admin/gespraech/apt_next');
  expect(next.getByRole('button', { name: 'Einlassen' })).toBeTruthy();
  expect(within(await section('Danach')).getByText('kommt gegen 10:05 Uhr')).toBeTruthy();
});

test('all branches are shown, each by its own clock, and what is later on request', async () => {
  const { user, asked } = await open(
    [appointment('apt_next', 'Nora', '2026-11-23T09:00:00Z', '2026-11-23T09:30:00Z', 'IN_SALON', lisbon), appointment('apt_later', 'Pia', '2026-11-24T09:00:00Z', '2026-11-24T09:30:00Z')],
    { branches: [inMitte], samePersonAs: [{ __typename: 'Staff', id: 'stf_video', branches: [mitte, lisbon] }] },
    [appointment('apt_last', 'Lea', '2027-02-01T09:00:00Z', '2027-02-01T09:30:00Z')],
  );
  const next = within(await section('Nächster Termin'));
  expect(next.getByText('Mo., 23.11. · 09:00–09:30')).toBeTruthy();
  expect(next.getByText(/Nora · Farbberatung · Lissabon/)).toBeTruthy();
  expect(next.getByRole('link', { name: 'Im Kalender öffnen' }).getAttribute('href')).toContain('filiale=lissabon');
  const shifts = within(await section('Meine Schichten'));
  expect([await shifts.findByText('09:00–17:00'), await shifts.findByText('08:00–16:00')]).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Mehr laden' }));
  expect(await screen.findByRole('link', { name: '10:00–10:30 Lea' })).toBeTruthy();
  await user.click(shifts.getByRole('button', { name: 'Spätere Wochen zeigen' }));
  await waitFor(() => expect(asked).toContain('brn_lissabon 2027-01-03'));
});

test('a member without appointments, shifts, absences and a link is told so', async () => {
  await open([]);
  expect(await screen.findByText('Es ist kein Termin gebucht.')).toBeTruthy();
  expect(await screen.findByText('Keine Abwesenheiten eingetragen.')).toBeTruthy();
  expect(screen.getByText('Du hast noch keinen Video-Link.')).toBeTruthy();
  expect(await screen.findByText('Bis 06.12.2026 hast du keine verfügbaren Zeiten. Sprich mit deinem Manager.')).toBeTruthy();
});

const own = { __typename: 'VideoLink', provider: 'VISAVIS', url: null, roomPerAppointment: true, problem: null };

test.each([
  ['chosen for the member', { videoLink: own }],
  ['the default of the branch', { branches: [{ ...inMitte, ownRoomByDefault: true }] }],
])('the own room needs no link: %s', async (_, profile) => {
  await open([], profile);
  const room = within(await section('Mein Videoraum'));
  expect(room.getByText('Du nutzt den eigenen Raum: Gespräche finden im Browser statt, ohne Link.')).toBeTruthy();
  expect(screen.queryByText('Du hast noch keinen Video-Link.')).toBeNull();
});

test.each([
  ['Krank melden', 'Speichern', 'StaffAbsenceAdd', { staffId: 'stf_anna', kind: 'SICK', days: { first: '2026-11-23', last: '2026-11-24' } }],
  ['Urlaub anfragen', 'Anfragen', 'AbsenceRequestCreate', { kind: 'HOLIDAY', days: { first: '2026-11-23', last: '2026-11-24' } }],
])('%s sends what takes effect at once, or a request', async (button, submit, operationName, input) => {
  const { user, sent } = await open([]);
  await user.click(await screen.findByRole('button', { name: button }));
  const dialog = within(await screen.findByRole('dialog', { name: button }));
  fireEvent.change(dialog.getByLabelText('Letzter Tag'), { target: { value: '2026-11-24' } });
  await user.click(dialog.getByRole('button', { name: submit }));
  expect(sent).toMatchObject([{ operationName, variables: { input } }]);
});

test('one sees the state of each request, and takes back what can be', async () => {
  const { user, sent } = await open([], {
    absences: [absence('abs_sick', 'SICK', '2026-11-23'), absence('abs_training', 'TRAINING', '2026-12-01'), absence('abs_holiday', 'HOLIDAY', '2026-12-21'), absence('abs_past', 'SICK', '2026-11-02')],
    absenceRequests: [request('arq_open', 'OPEN'), request('arq_declined', 'DECLINED'), request('arq_approved', 'APPROVED', 'abs_holiday'), request('arq_withdrawn', 'WITHDRAWN')],
  });
  const list = within(await section('Abwesenheiten'));
  expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Urlaub, 21.12.2026 – 31.12.2026Wartet auf GenehmigungZurückziehen',
    'Urlaub, 21.12.2026 – 31.12.2026AbgelehntBegründung: Messe',
    'Urlaub, 21.12.2026 – 31.12.2026GenehmigtZurückziehen',
    'Krank, 23.11.2026Entfernen',
    'Fortbildung, 01.12.2026',
  ]);
  await user.click(list.getByRole('button', { name: 'Entfernen: Krank, 23.11.2026' }));
  await user.click(list.getAllByRole('button', { name: /^Zurückziehen/ })[0] as HTMLElement);
  expect(sent).toMatchObject([
    { operationName: 'StaffAbsenceRemove', variables: { input: { id: 'abs_sick' } } },
    { operationName: 'AbsenceRequestWithdraw', variables: { input: { id: 'arq_open' } } },
  ]);
});

test('an approved absence that has begun in one of the branches is not withdrawn', async () => {
  await open([], { absenceRequests: [begins('2026-11-23'), begins('2026-11-23', 'OPEN'), begins('2026-11-24')] });
  const list = within(await section('Abwesenheiten'));
  expect(list.getAllByRole('button', { name: /^Zurückziehen/ })).toHaveLength(2);
  expect(list.getAllByRole('listitem')[0]?.textContent).toBe('Urlaub, 23.11.2026 – 31.12.2026Genehmigt');
});

test('undo restores a removed absence on the server, where its note is', async () => {
  const { user, sent } = await open([], { absences: [absence('abs_sick', 'SICK', '2026-11-23')] });
  await user.click(await screen.findByRole('button', { name: 'Entfernen: Krank, 23.11.2026' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await waitFor(() => expect(sent[1]).toMatchObject({ operationName: 'StaffAbsenceRestore', variables: { input: { id: 'abs_sick' } } }));
});
