import { expect, test } from 'vitest';
import { inputOf, newCustomer } from './booked_customer';

const nobody = { name: '', email: '', phone: '', locale: 'DE' };

test.each([
  ['Lena Maier', { ...nobody, name: 'Lena Maier' }],
  [' lena@example.com ', { ...nobody, email: 'lena@example.com' }],
  ['0170 123 45 67', { ...nobody, phone: '0170 123 45 67' }],
  ['+49 (0)30/1234-5', { ...nobody, phone: '+49 (0)30/1234-5' }],
  ['007', { ...nobody, name: '007' }],
  ['', nobody],
])('„%s“ becomes a field of somebody new', (typed, customer) => {
  expect(newCustomer(typed, 'DE')).toEqual({ kind: 'new', customer });
});

test('names whom the appointment is for, if anybody', () => {
  expect(inputOf(null)).toEqual({});
  expect(inputOf(newCustomer('', 'DE'))).toEqual({});
  expect(inputOf(newCustomer('0170 1234', 'FR'))).toEqual({ customer: { name: '', email: null, phone: '0170 1234', locale: 'FR' } });
  expect(inputOf({ kind: 'known', customer: { id: 'cus_a', name: 'Lena', email: null, phone: '', visits: { lastAt: null, nextAt: null } } })).toEqual({ customerId: 'cus_a' });
});
