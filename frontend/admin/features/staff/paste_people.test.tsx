import { Notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { showInBranch } from '../../testing/render';
import { pending } from '../../testing/pending';
import { answerMutations, page } from '../../testing/server';
import { PastePeople } from './paste_people';
import { PastePeopleDialog } from './paste_people_dialog';

beforeEach(() => sessionStorage.clear());

const hours = [{ __typename: 'WeeklyInterval', weekday: 'MONDAY', from: '09:00', to: '18:00' }];
const person = (id: string, displayName: string, email: string) => ({ __typename: 'Staff', id, displayName, email });
const anna = person('stf_anna', 'Anna', 'anna@salon.example');
const inBranch = (openingHours: unknown[], staff: () => unknown[] = () => [anna]) => ({
  NewPeopleHours: { branch: { __typename: 'Branch', id: 'brn_mitte', openingHours } },
  NewPeople: () => ({ staff: page('Staff', staff()) }),
});

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

test('after a lost answer exactly the same is sent again, though the people are known by now', async () => {
  const ben = person('stf_ben', 'Ben', 'ben@salon.example');
  let staff = [anna];
  const sent = answerMutations({ staff: [ben], userErrors: [] }, inBranch(hours, () => staff));
  const server = globalThis.fetch;
  let isLost = true;
  const answer = pending<undefined>();
  vi.stubGlobal('fetch', async (url: string, options: { body: string }) => {
    const response = await server(url, options as RequestInit);
    if (isLost && options.body.includes('StaffProfilesCreate')) {
      await answer.promise;
      staff = [anna, ben];
      isLost = false;
      throw new TypeError('The connection was lost.');
    }
    return response;
  });
  const user = await showInBranch(<PastePeople />);
  const field = screen.getByLabelText<HTMLTextAreaElement>('Namen und E-Mail-Adressen');
  await user.click(field);
  await user.paste('Ben <ben@salon.example>');
  await user.click(screen.getByRole('button', { name: '1 Person anlegen' }));

  // Nothing can be typed that the answer would overwrite.
  expect(field.readOnly).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('Sie können alle Leistungen').disabled).toBe(true);
  answer.fulfill(undefined);

  await screen.findByText(/^Der Server hat noch nicht geantwortet/);
  expect(screen.queryByText('Hat hier schon ein Profil.')).toBeNull();
  expect(field.readOnly).toBe(true);
  await user.click(screen.getByRole('button', { name: '1 Person anlegen' }));
  expect(await screen.findByRole('button', { name: 'Einladungslinks erstellen' })).toBeDefined();
  expect(sent).toHaveLength(2);
  expect(sent[1]?.variables).toEqual(sent[0]?.variables);
  await waitFor(() => expect([field.readOnly, field.value]).toEqual([false, '']));
});

test('what is changed after a refusal is another request', async () => {
  const { sent, user, field } = await open({
    staff: [],
    userErrors: [{ __typename: 'UserError', code: 'EMAIL_INVALID', field: ['input', 'profiles', '0', 'email'], message: 'Prüfe die Schreibweise.' }],
  });
  await user.click(field);
  await user.paste('Clara <clara@salon.example>');
  const create = screen.getByRole('button', { name: '1 Person anlegen' });
  await user.click(create);
  await screen.findByText('Prüfe die Schreibweise.');
  await user.click(create);
  await waitFor(() => expect(sent).toHaveLength(2));
  await waitFor(() => expect(field.readOnly).toBe(false));
  await user.clear(field);
  await user.paste('Clara <clara@web.example>');
  await user.click(screen.getByRole('button', { name: '1 Person anlegen' }));
  await waitFor(() => expect(sent).toHaveLength(3));
  const [first, second, third] = sent.map(({ variables }) => variables.input['idempotencyKey']);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test('whoever stands behind the first hundred is known too', async () => {
  answerMutations({}, {
    ...inBranch(hours),
    NewPeople: ({ after }) => ({
      staff: after ? page('Staff', [anna]) : { ...page('Staff', [person('stf_ben', 'Ben', '')]), pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'hundredth' } },
    }),
  });
  const user = await showInBranch(<PastePeople />);
  await user.click(screen.getByLabelText('Namen und E-Mail-Adressen'));
  await user.paste('Anna <anna@salon.example>');
  expect(await screen.findByText('Hat hier schon ein Profil.')).toBeDefined();
});

test('a refused invitation stands beside the person, and the others get theirs; links are not lost by accident', async () => {
  const ben = person('stf_ben', 'Ben', 'ben@salon.example');
  const clara = person('stf_clara', 'Clara', 'clara@salon.example');
  const taken = { __typename: 'UserError', code: 'TAKEN', field: ['input', 'email'], message: 'Das ist schon vergeben.' };
  const answers = [
    { staff: [ben, clara], userErrors: [] },
    { staff: null, link: null, userErrors: [taken] },
    { staff: { ...clara, access: null }, link: 'https://salon.example/access/SECRET', userErrors: [] },
  ];
  answerMutations(() => answers.shift() ?? {}, inBranch(hours));
  let isClosed = false;
  const user = await showInBranch(<PastePeopleDialog opened onClose={() => (isClosed = true)} />);
  await user.click(await screen.findByLabelText('Namen und E-Mail-Adressen'));
  await user.paste('Ben <ben@salon.example>\nClara <clara@salon.example>');
  await user.click(screen.getByRole('button', { name: '2 Personen anlegen' }));
  await user.click(await screen.findByRole('button', { name: 'Einladungslinks erstellen' }));
  expect(await screen.findByLabelText('Einladungslink von Clara')).toBeDefined();
  expect(screen.getByText(/Das ist schon vergeben\.$/).parentElement?.textContent).toMatch(/^Ben/);

  await user.keyboard('{Escape}');
  expect(isClosed).toBe(false);
  expect(screen.queryByText(/^Die Links werden nur jetzt gezeigt\./)).toBeNull();
  const [close] = within(screen.getByRole('dialog')).getAllByRole('button'); // the theme of the app names it
  await user.click(close!);
  await user.click(await screen.findByRole('button', { name: 'Links schließen' }));
  expect(isClosed).toBe(true);
});
