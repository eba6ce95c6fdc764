import { expect, test } from 'vitest';
import { changesBack, changesBetween, overwrites, type Details } from './appointment_update';

const before: Details = { serviceId: 'svc_cut', length: 45, note: '', name: 'Nora', email: 'nora@example.com', phone: '', locale: 'DE' };

test.each<[string, Partial<Details>, ReturnType<typeof changesBetween>]>([
  ['nothing', {}, {}],
  ['the note', { note: 'Mit Kind' }, { note: 'Mit Kind' }],
  ['the length', { length: 60 }, { duration: 'PT60M' }],
  ['the service, with the length that is shown', { serviceId: 'svc_tint', length: 30 }, { serviceId: 'svc_tint', duration: 'PT30M' }],
  ['the phone number', { phone: '0170 1' }, { customer: { name: 'Nora', email: 'nora@example.com', phone: '0170 1', locale: 'DE' } }],
  ['all that is known of the customer', { name: '', email: '' }, {}],
])('%s', (_, change, input) => {
  expect(changesBetween(before, { ...before, ...change })).toEqual(input);
});

const nobody: Details = { ...before, name: '', email: '' };
const nora = { __typename: 'Customer', id: 'cus_nora', name: 'Nora' } as const;

test.each<[string, Details, Details, typeof nora | null, ReturnType<typeof changesBack>]>([
  ['a correction', { ...before, phone: '0170 1' }, before, nora, { customer: { name: 'Nora', email: 'nora@example.com', phone: null, locale: 'DE' } }],
  ['another address, which names the customer of before', { ...before, email: 'dora@example.com', note: 'a' }, before, nora, { note: '', customerId: 'cus_nora' }],
  ['another address of an appointment without a customer on record', { ...before, email: 'dora@example.com' }, before, null, { customer: { name: 'Nora', email: 'nora@example.com', phone: null, locale: 'DE' } }],
  ['a first contact with a note, of which the contact stays', { ...before, note: 'a' }, nobody, null, { note: '' }],
  ['a first contact', before, nobody, null, undefined],
])('takes back %s', (_, after, former, customer, input) => {
  expect(changesBack(after, former, customer)).toEqual(input);
});

test('overwrites only what somebody else has changed as well', () => {
  const present = { ...before, email: 'nora@new.example' };
  expect(overwrites(changesBetween(before, { ...before, phone: '0170 1' }), before, present)).toBe(true);
  expect(overwrites(changesBetween(before, { ...before, note: 'Mit Kind' }), before, present)).toBe(false);
  expect(overwrites(changesBetween(before, { ...before, note: 'Mit Kind' }), before, before)).toBe(false);
});
