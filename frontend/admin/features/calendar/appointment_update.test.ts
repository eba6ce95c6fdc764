import { expect, test } from 'vitest';
import { changesBetween, type Details } from './appointment_update';

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
