// @vitest-environment happy-dom
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

const balayage = {
  id: 'svc_balayage',
  name: 'Balayage',
  delivery: 'IN_SALON',
  duration: 'PT2H30M',
  cleanUp: 'PT10M',
  price: { minorUnits: 18990, currency: 'EUR' },
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
      onClose={() => {
        closed = true;
      }}
    />,
    language,
  );
  return { user, isClosed: () => closed };
}

test('only what was changed is saved differently', async () => {
  const sent = answerMutations(accepted);
  const { user, isClosed } = await open(balayage);
  await user.clear(screen.getByLabelText('Name'));
  await user.type(screen.getByLabelText('Name'), 'Balayage lang');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  await expect.poll(isClosed).toBe(true);
  expect(sent).toEqual([
    {
      operationName: 'ServiceUpdate',
      variables: {
        input: {
          id: 'svc_balayage',
          name: 'Balayage lang',
          categoryId: 'cat_color',
          duration: 'PT150M',
          cleanUp: 'PT10M',
          price: { minorUnits: 18990 },
          description: 'Mit Pflege',
          bookableOnline: true,
        },
      },
    },
  ]);
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

test('a new service is a free video consultation of half an hour', async () => {
  const sent = answerMutations(accepted);
  const { user, isClosed } = await open(undefined);
  await user.type(screen.getByLabelText('Name'), 'Farbberatung');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  await expect.poll(isClosed).toBe(true);
  expect(sent[0]?.operationName).toBe('ServiceCreate');
  expect(sent[0]?.variables.input).toMatchObject({
    name: 'Farbberatung', categoryId: 'cat_video', delivery: 'VIDEO', duration: 'PT30M', price: { minorUnits: 0 },
  });
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
