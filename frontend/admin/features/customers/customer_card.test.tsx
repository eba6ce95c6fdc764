import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { CustomerCard } from './customer_card';

const card = { __typename: 'CustomerCard', notes: 'Kaffee', allergies: '', formulas: '6/3', version: 2 };
const customer = { id: 'cus_a', card } as unknown as Parameters<typeof CustomerCard>[0]['customer'];

test('each text saves itself, with the version that was seen', async () => {
  const sent = answerMutations({ customer: { __typename: 'Customer', id: 'cus_a', card: { ...card, allergies: 'Nickel', version: 3 } }, userErrors: [] });
  const user = await showInBranch(<CustomerCard customer={customer} />);
  await user.type(screen.getByLabelText('Allergien'), 'Nickel');
  await user.tab();
  await waitFor(() => expect(sent.map(({ variables }) => variables.input)).toEqual([{ id: 'cus_a', allergies: 'Nickel', expectedVersion: 2 }]));
});

test('what somebody else has changed meanwhile is said at the field, where the text stays', async () => {
  answerMutations({
    customer: { __typename: 'Customer', id: 'cus_a', card: { ...card, version: 3 } },
    userErrors: [{ __typename: 'UserError', code: 'CHANGED_MEANWHILE', field: ['input', 'expectedVersion'], message: 'Das hat inzwischen jemand anders geändert.' }],
  });
  const user = await showInBranch(<CustomerCard customer={customer} />);
  const notes = screen.getByLabelText<HTMLTextAreaElement>('Notizen');
  await user.type(notes, ', Tee');
  await user.tab();
  expect(await screen.findByText('Das hat inzwischen jemand anders geändert.')).toBeTruthy();
  expect(notes.value).toBe('Kaffee, Tee');
});

test('fields that are left quickly are saved one after another, each with the version of the last', async () => {
  const sent = answerMutations({ customer: { __typename: 'Customer', id: 'cus_a', card: { ...card, version: 3 } }, userErrors: [] });
  const user = await showInBranch(<CustomerCard customer={customer} />);
  await user.type(screen.getByLabelText('Notizen'), '!');
  await user.type(screen.getByLabelText('Allergien'), 'Nickel');
  await user.tab();
  await waitFor(() => expect(sent.map(({ variables }) => variables.input['expectedVersion'])).toEqual([2, 3]));
});
