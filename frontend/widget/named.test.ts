import { expect, it } from 'vitest';
import { named } from './named';

const services = [
  { id: 'svc_a', name: 'Schnitt' },
  { id: 'svc_b', name: 'Färben' },
  { id: 'svc_c', name: 'svc_a' },
];

it.each([
  ['svc_b', 'svc_b'],
  ['Färben', 'svc_b'],
  [' färben ', 'svc_b'],
  ['Fa\u0308rben', 'svc_b'],
  ['svc_a', 'svc_a'], // an ID comes before a name
  ['svc_d', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s is %s', (wanted, id) => {
  expect(named(services, wanted, ({ name }) => name)?.id).toBe(id);
});
