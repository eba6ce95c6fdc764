import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { Duplicates } from './duplicates';

const other = { __typename: 'Customer', id: 'cus_b', name: 'Lena K.', email: 'lena@web.example', phone: '0170 1', confirmedAt: null };
const customer = {
  id: 'cus_a', name: 'Lena Kunde', email: null, phone: '0170 1', confirmedAt: '2026-11-23T09:00:00Z', duplicates: [other],
} as unknown as Parameters<typeof Duplicates>[0]['customer'];

test('the dialog shows what stays, whoever is kept', async () => {
  const sent = answerMutations({ customer: null, mergeId: 'mrg_a', userErrors: [] });
  const user = await showInBranch(<Duplicates customer={customer} />);
  await user.click(screen.getByRole('button', { name: 'Zusammenführen mit Lena K.' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Kunden zusammenführen' }));
  const stays = (label: string) => dialog.getByRole('row', { name: new RegExp(`^${label}`) }).textContent;
  expect([stays('Name'), stays('E-Mail'), stays('Telefon')]).toEqual(['NameLena Kunde', 'E-Mail–', 'Telefon0170 1']);
  expect(dialog.getByText(/lena@web.example ist unbestätigt und wird nicht übernommen/)).toBeTruthy();
  await user.click(dialog.getByRole('radio', { name: /Lena K\./ }));
  expect([stays('Name'), stays('E-Mail')]).toEqual(['NameLena K.', 'E-Mail–']); // only the other record is confirmed
  await user.click(dialog.getByRole('button', { name: 'Zusammenführen' }));
  await waitFor(() => expect(sent.map(({ variables }) => variables.input)).toEqual([{ keepId: 'cus_b', mergeId: 'cus_a' }]));
});

test('without duplicates there is nothing', async () => {
  await showInBranch(<Duplicates customer={{ ...customer, duplicates: [] }} />);
  expect(screen.queryByText('Mögliche Duplikate')).toBeNull();
});
