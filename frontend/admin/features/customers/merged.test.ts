import { expect, test } from 'vitest';
import { merged } from './merged';

const customer = { id: 'cus_a', name: 'Lena', email: null, phone: '', confirmedAt: '2026-11-23T09:00:00Z' };
const other = { ...customer, id: 'cus_b', name: 'Lena K.', email: 'lena@web.example', phone: '0170 1' };

test('what is missing is taken over', () => {
  expect(merged(customer, other)).toEqual({ name: 'Lena', email: 'lena@web.example', phone: '0170 1', lost: null });
});

test('what is there stays, and what is lost is named', () => {
  expect(merged({ ...customer, email: 'l@web.example', phone: '030 1' }, other)).toEqual({ name: 'Lena', email: 'l@web.example', phone: '030 1', lost: 'lena@web.example' });
  expect(merged(customer, { ...other, confirmedAt: null })).toEqual({ name: 'Lena', email: null, phone: '0170 1', lost: 'lena@web.example' });
});

test('a confirmed customer gives the address to an unconfirmed one', () => {
  const unconfirmed = { ...customer, email: 'typo@web.example', confirmedAt: null };
  expect(merged(unconfirmed, other)).toMatchObject({ email: 'lena@web.example', lost: 'typo@web.example' });
  expect(merged(unconfirmed, { ...other, email: null })).toMatchObject({ email: null, lost: 'typo@web.example' });
});
