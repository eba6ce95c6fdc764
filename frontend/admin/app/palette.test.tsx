import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../testing/render';
import { answerMutations, page } from '../testing/server';
import Palette from './palette';

const ben = { __typename: 'Staff', id: 'stf_ben', displayName: 'Ben', title: 'Stylist' };
const appointment = (id: string, start: string) => ({
  __typename: 'Appointment',
  id,
  start,
  status: 'CONFIRMED',
  branch: { __typename: 'Branch', id: 'brn_mitte', slug: 'mitte', timeZone: 'Europe/Berlin', timeZoneAliases: [] },
  service: { __typename: 'Service', id: 'svc_cut', name: 'Haarschnitt' },
  staff: { __typename: 'StaffProfile', id: 'stf_ben', displayName: 'Ben' },
});
const nora = {
  __typename: 'Customer',
  id: 'cus_nora',
  name: 'Nora Albrecht',
  email: 'nora@kunde.example',
  phone: '',
  appointments: [appointment('apt_next', '2999-01-01T09:00:00Z'), appointment('apt_last', '2001-01-01T09:00:00Z')],
};

const find = (nodes: readonly { name?: string; displayName?: string }[]) => (search: unknown) =>
  nodes.filter(({ name, displayName }) => (name ?? displayName ?? '').toLowerCase().includes(String(search).toLowerCase()));

/** Opens the palette of an owner, whose server knows Ben and Nora. */
async function open() {
  const sent = answerMutations(
    { absence: { __typename: 'Absence', id: 'abs_a' }, strandedAppointments: [], userErrors: [] },
    {
      PalettePeople: ({ search }) => ({ staff: page('Staff', find([ben])(search)) }),
      PaletteCustomers: ({ search }) => ({ customers: page('Customer', find([nora])(search)) }),
    },
  );
  const user = await showInBranch(<Palette onDone={() => undefined} />);
  const search = await screen.findByLabelText('Suchen');
  return { user, search, sent };
}

const labels = () => screen.queryAllByRole('button').map(({ textContent }) => textContent ?? '').filter(Boolean);

test('pages and actions are found by other words, in both languages', async () => {
  const { user, search } = await open();
  await user.type(search, 'imprint');
  await waitFor(() => expect(labels()).toEqual(['Rechtliches']));
  await user.clear(search);
  await user.type(search, 'neue leist');
  await waitFor(() => expect(labels()).toEqual(['Neue Leistung']));
});

test('a customer is found with their next and last appointment, and can be booked for', async () => {
  const { user, search } = await open();
  await user.type(search, 'nora');
  await screen.findByText(/Letzter Termin/);
  expect(labels().map((label) => label.replace(/, .*?(?=(Nächster|Letzter))/, ' – '))).toEqual([
    'Nora Albrechtnora@kunde.example',
    'Nora Albrecht – Nächster Termin · Haarschnitt · Ben',
    'Nora Albrecht – Letzter Termin · Haarschnitt · Ben',
    'Termin für Nora Albrecht',
  ]);
});

test('Enter before the answer runs what was asked for once it is there', async () => {
  const { user, search, sent } = await open();
  await user.type(search, 'krank ben{Enter}');
  await screen.findByRole('dialog', { name: 'Abwesenheit von Ben' });
  expect(screen.getByLabelText<HTMLSelectElement>('Art').value).toBe('SICK');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  await waitFor(() => expect(sent).toMatchObject([{ operationName: 'StaffAbsenceAdd', variables: { input: { staffId: 'stf_ben', kind: 'SICK' } } }]));
});

test('Enter before the answer runs nothing if something else is typed afterwards', async () => {
  const { user, search } = await open();
  await user.type(search, 'krank ben{Enter}{Backspace}n');
  await screen.findByText('Krank: Ben');
  expect(screen.queryByRole('dialog', { name: 'Abwesenheit von Ben' })).toBeNull();
});

test('what is typed at once after Escape and the shortcut is the next search', async () => {
  const { user, search } = await open();
  await user.type(search, 'ben');
  await user.keyboard('{Escape}{Control>}k{/Control}nora');
  await screen.findByText(/Letzter Termin/);
  expect(screen.getByLabelText<HTMLInputElement>('Suchen').value).toBe('nora');
});
