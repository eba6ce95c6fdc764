import { Notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations, page } from '../../testing/server';
import { PastePeople } from './paste_people';

beforeEach(() => sessionStorage.clear());

const hours = [{ __typename: 'WeeklyInterval', weekday: 'MONDAY', from: '09:00', to: '18:00' }];
const inBranch = (openingHours: unknown[]) => ({
  NewPeople: {
    branch: { __typename: 'Branch', id: 'brn_mitte', openingHours },
    staff: page('Staff', [{ __typename: 'Staff', id: 'stf_anna', displayName: 'Anna', email: 'anna@salon.example' }]),
  },
});
const person = (id: string, displayName: string, email: string) => ({ __typename: 'Staff', id, displayName, email });

async function open(payload: Record<string, unknown>, openingHours: unknown[] = hours) {
  const sent = answerMutations(payload, inBranch(openingHours));
  const user = await showInBranch(
    <>
      <Notifications />
      <PastePeople />
    </>,
  );
  return { sent, user, field: screen.getByLabelText<HTMLTextAreaElement>('Namen und E-Mail-Adressen') };
}

test('pasted people are created in one step, and what is wrong stays', async () => {
  const ben = person('stf_ben', 'Ben Bauer', 'ben@salon.example');
  const payload: Record<string, unknown> = { staff: [ben, person('stf_clara', 'Clara', '')], userErrors: [] };
  const { sent, user, field } = await open(payload);
  await user.click(field);
  await user.paste('Ben Bauer <ben@salon.example>\nClara\nDora <dora@salon>\nAnna <anna@salon.example>');
  const rows = within(await screen.findByRole('table', { name: 'Eingefügte Personen' })).getAllByRole('row');
  await waitFor(() =>
    expect(rows.slice(1).map(({ textContent }) => textContent)).toEqual([
      'Ben Bauerben@salon.exampleWird angelegt',
      'ClaraWird angelegt',
      'Doradora@salonDie E-Mail-Adresse ist unvollständig.',
      'Annaanna@salon.exampleHat hier schon ein Profil.',
    ]),
  );
  await user.click(screen.getByRole('button', { name: '2 Personen anlegen' }));
  await screen.findByText('2 Personen angelegt');
  expect(sent[0]?.variables.input).toMatchObject({
    branchId: 'brn_mitte', qualified: true, worksOpeningHours: true,
    profiles: [{ firstName: 'Ben', lastName: 'Bauer', email: 'ben@salon.example' }, { firstName: 'Clara', lastName: '', email: '' }],
  });
  expect(field.value).toBe('Dora <dora@salon>\nAnna <anna@salon.example>');

  // What is left over is another request.
  Object.assign(payload, { staff: [person('stf_dora', 'Dora', 'dora@salon.example')] });
  await user.clear(field);
  await user.paste('Dora <dora@salon.example>');
  await user.click(screen.getByRole('button', { name: '1 Person anlegen' }));
  await waitFor(() => expect(field.value).toBe(''));
  const keys = sent.map(({ variables }) => variables.input['idempotencyKey']);
  expect(new Set(keys).size).toBe(2);

  // Clara has no address, so that she gets no link.
  Object.assign(payload, { staff: { ...ben, access: null }, link: 'https://salon.example/access/SECRET' });
  await user.click(screen.getByRole('button', { name: 'Einladungslinks erstellen' }));
  expect((await screen.findByLabelText<HTMLInputElement>('Einladungslink von Dora')).value).toBe('https://salon.example/access/SECRET');
  expect(sent.slice(2).map(({ variables }) => variables.input)).toEqual([
    { staffId: 'stf_ben', handOver: true },
    { staffId: 'stf_dora', handOver: true },
  ]);
  expect(screen.getByText(/^Clara – Ohne E-Mail-Adresse/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Alle kopieren' }));
  expect(await navigator.clipboard.readText()).toBe('Ben Bauer\thttps://salon.example/access/SECRET\nDora\thttps://salon.example/access/SECRET');
});

test('an error of the server stands beside the person, and nothing typed is lost', async () => {
  const { user, field } = await open({
    staff: [],
    userErrors: [{ __typename: 'UserError', code: 'EMAIL_INVALID', field: ['input', 'profiles', '1', 'email'], message: 'Prüfe die Schreibweise.' }],
  });
  await user.click(field);
  await user.paste('Ben\nClara <clara@salon.example>');
  await user.click(screen.getByRole('button', { name: '2 Personen anlegen' }));
  const row = (await screen.findByText('Prüfe die Schreibweise.')).closest('tr');
  expect(row?.textContent).toContain('Clara');
  expect(field.value).toBe('Ben\nClara <clara@salon.example>');
});

test('without opening hours there is no work plan to be had', async () => {
  const { sent, user, field } = await open({ staff: [person('stf_ben', 'Ben', '')], userErrors: [] }, []);
  await user.click(field);
  await user.paste('Ben');
  expect(screen.getByLabelText<HTMLInputElement>('Die Öffnungszeiten als Arbeitsplan eintragen').disabled).toBe(true);
  await user.click(screen.getByLabelText('Sie können alle Leistungen'));
  await user.click(screen.getByRole('button', { name: '1 Person anlegen' }));
  await expect.poll(() => sent[0]?.variables.input).toMatchObject({ qualified: false, worksOpeningHours: false });
});
