import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations, page } from '../../testing/server';
import { NewCustomer } from './new_customer';

test('a new customer is sent with the branch and a key', async () => {
  let isClosed = false;
  const sent = answerMutations({ customer: { __typename: 'Customer', id: 'cus_a', name: 'Lena' }, sharingPhone: [], userErrors: [] });
  const user = await showInBranch(<NewCustomer onClose={() => (isClosed = true)} />);
  await user.type(await screen.findByLabelText('Name'), 'Lena');
  await user.type(screen.getByLabelText('Telefon (freiwillig)'), '0170 1{Enter}');
  await waitFor(() => expect(isClosed).toBe(true));
  expect(sent.map(({ variables }) => variables.input)).toEqual([
    { branchId: 'brn_mitte', name: 'Lena', email: null, phone: '0170 1', locale: 'DE', idempotencyKey: expect.stringMatching(/^[\w-]{16,}$/) as string },
  ]);
});

test('an address on record leads to who has it', async () => {
  const known = {
    __typename: 'Customer', id: 'cus_b', name: 'Lena Kunde', email: 'lena@web.example', phone: '', confirmedAt: null, createdAt: '2026-11-23T09:00:00Z',
    visits: { __typename: 'CustomerVisits', lastAt: null, nextAt: null, count: 0, noShows: 0 },
  };
  const namesake = { ...known, id: 'cus_c', name: 'Helena Kunde', email: 'helena@web.example' };
  answerMutations(
    { customer: null, sharingPhone: [], userErrors: [{ __typename: 'UserError', code: 'TAKEN', field: ['input', 'email'], message: 'Das ist schon vergeben.' }] },
    {
      ProviderMeant: { mailProviderMeant: null }, // else the answer to the mutation would be suggested as an address
      Customers: (variables) => ({ customers: page('Customer', variables['search'] === 'Lena@web.example' ? [namesake, known] : []) }),
    },
  );
  const user = await showInBranch(<NewCustomer onClose={() => undefined} />);
  await user.type(await screen.findByLabelText('Name'), 'Lena');
  await user.type(await screen.findByLabelText('E-Mail (freiwillig)'), 'Lena@web.example{Enter}');
  expect(await screen.findByText('Das ist schon vergeben.')).toBeTruthy();
  const link = await screen.findByRole('link', { name: 'Lena Kunde' });
  await waitFor(() => expect(link.getAttribute('href')).toBe('/kunden/cus_b'));
});
