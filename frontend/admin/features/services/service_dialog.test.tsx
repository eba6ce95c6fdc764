import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Language } from '../../language/language';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { ServiceDialog } from './service_dialog';
import type { Category, Service } from './services_query';

const categories = [
  { id: 'cat_color', name: 'Farbe' },
  { id: 'cat_video', name: 'Video-Beratungen' },
] as unknown as readonly Category[];

const currencies = [
  { code: 'CHF', digits: 2 },
  { code: 'EUR', digits: 2 },
  { code: 'JPY', digits: 0 },
];

const balayage = {
  id: 'svc_balayage',
  name: 'Balayage',
  delivery: 'IN_SALON',
  duration: 'PT2H30M',
  cleanUp: 'PT10M',
  price: { minorUnits: 18990, currency: 'EUR', digits: 2 },
  description: 'Mit Pflege',
  bookableOnline: true,
  archived: false,
  category: { id: 'cat_color', name: 'Farbe' },
} as Service;

const accepted = { service: null, strandedAppointments: [], userErrors: [] };

/** Opens the dialog of a service, or of a new video consultation, and returns whether it has closed. */
async function open(service: Service | undefined, language: Language = 'de') {
  let closed = false;
  const user = await showInBranch(
    <ServiceDialog
      service={service}
      categoryId="cat_video"
      categories={categories}
      currencies={currencies}
      onClose={() => {
        closed = true;
      }}
    />,
    language,
  );
  return { user, isClosed: () => closed };
}

/** Changes the text of a field. */
async function write(user: Awaited<ReturnType<typeof open>>['user'], label: string, text: string) {
  await user.clear(screen.getByLabelText(label));
  await user.type(screen.getByLabelText(label), text);
}

const currency = () => screen.getByLabelText<HTMLInputElement>('Währung', { selector: 'input' });
const save = (user: Awaited<ReturnType<typeof open>>['user']) => user.click(screen.getByRole('button', { name: 'Speichern' }));

test('only what was changed is saved', async () => {
  const sent = answerMutations(accepted);
  const { user, isClosed } = await open(balayage);
  await write(user, 'Name', 'Balayage lang');
  await save(user);
  await expect.poll(isClosed).toBe(true);
  expect(sent).toEqual([{ operationName: 'ServiceUpdate', variables: { input: { id: 'svc_balayage', name: 'Balayage lang' } } }]);
});

test.each([
  ['CHF', 2, 4900, '49,00', '59,90', 5990],
  ['JPY', 0, 1500, '1500', '1800', 1800],
  ['KWD', 3, 1500, '1,500', '1,750', 1750], // not among the known currencies
])('a price in %s is shown and changed with %i digits, in its currency', async (code, digits, minorUnits, shown, written, becomes) => {
  const sent = answerMutations(accepted);
  const { user, isClosed } = await open({ ...balayage, price: { minorUnits, currency: code, digits } });
  expect(screen.getByLabelText<HTMLInputElement>('Preis').value).toBe(shown);
  expect(currency().value).toContain(code);
  await write(user, 'Preis', written);
  await save(user);
  await expect.poll(isClosed).toBe(true);
  expect(sent[0]?.variables.input).toEqual({ id: 'svc_balayage', price: { minorUnits: becomes, currency: code } });
});

test('another currency takes the amount along', async () => {
  const sent = answerMutations(accepted);
  const { user, isClosed } = await open(balayage);
  await user.click(currency());
  await user.click(screen.getByText('JPY · Japanischer Yen'));
  expect(screen.getByLabelText<HTMLInputElement>('Preis').value).toBe('190');
  await save(user);
  await expect.poll(isClosed).toBe(true);
  expect(sent[0]?.variables.input).toEqual({ id: 'svc_balayage', price: { minorUnits: 190, currency: 'JPY' } });
});

test('a price that was cleared is not taken for free', async () => {
  const sent = answerMutations(accepted);
  const { user, isClosed } = await open(balayage);
  await user.clear(screen.getByLabelText('Preis'));
  await save(user);
  expect(await screen.findByText('Gib eine Zahl ein.')).toBeDefined();
  expect(sent).toEqual([]);
  expect(isClosed()).toBe(false);
});

test.each([
  [['input', 'price', 'minorUnits'], 'Preis'],
  [['input', 'price', 'currency'], 'Währung'],
])('the error of %s stands at %s', async (field, label) => {
  answerMutations({ ...accepted, userErrors: [{ __typename: 'UserError', code: 'WRONG', field, message: 'Das geht nicht.' }] });
  const { user } = await open(balayage);
  await write(user, 'Preis', '1');
  await save(user);
  expect(await screen.findByText('Das geht nicht.')).toBeDefined();
  expect(screen.getByLabelText(label, { selector: 'input' }).getAttribute('aria-invalid')).toBe('true');
});

test.each([
  ['de', '189,90'],
  ['en', '189.90'],
] as const)('the price is written as the language of the page does, in %s', async (language, price) => {
  await open(balayage, language);
  expect(screen.getByDisplayValue(price)).toBeDefined();
});

test('how a service is given is chosen once, when it is new', async () => {
  await open(balayage);
  expect(screen.queryByRole('radiogroup')).toBeNull();
});

test('a new service is free and takes half an hour; where it takes place is asked', async () => {
  const sent = answerMutations(accepted);
  const { user, isClosed } = await open(undefined);
  await user.type(screen.getByLabelText('Name'), 'Farbberatung');
  await save(user);
  expect(await screen.findByText('Wähl, wo die Leistung stattfindet.')).toBeDefined();
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'Per Video' }));
  await save(user);
  await expect.poll(isClosed).toBe(true);
  expect(sent[0]?.operationName).toBe('ServiceCreate');
  expect(sent[0]?.variables.input).toMatchObject({
    name: 'Farbberatung', categoryId: 'cat_video', delivery: 'VIDEO', duration: 'PT30M', price: { minorUnits: 0, currency: 'EUR' },
  });
});

test('a service of no duration is refused', async () => {
  const sent = answerMutations(accepted);
  const { user } = await open(balayage);
  await user.clear(screen.getByLabelText('Dauer (Minuten)'));
  await user.type(screen.getByLabelText('Dauer (Minuten)'), '0{Enter}');
  expect(await screen.findByText('Mindestens eine Minute.')).toBeDefined();
  expect(sent).toEqual([]);
});

test('an error stands at its field, which gets the focus, and what was typed stays', async () => {
  answerMutations({ ...accepted, userErrors: [{ __typename: 'UserError', code: 'REQUIRED', field: ['input', 'name'], message: 'Gib einen Namen ein.' }] });
  const { user, isClosed } = await open(balayage);
  const name = screen.getByLabelText<HTMLInputElement>('Name');
  await user.clear(name);
  await user.clear(screen.getByDisplayValue('Mit Pflege'));
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  expect(await screen.findByText('Gib einen Namen ein.')).toBeDefined();
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(name);
  expect(screen.queryByDisplayValue('Mit Pflege')).toBeNull();
  expect(isClosed()).toBe(false);
});
