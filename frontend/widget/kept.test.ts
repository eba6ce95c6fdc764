import { expect, it } from 'vitest';
import type { Hold } from './api';
import { newestOf, restored } from './kept';

const at = Date.parse('2026-11-28T12:00:00Z');
const hold = (until: number): Hold => ({ secret: 's', until, since: at - 1000, start: '2026-12-02T09:00:00Z', changeableUntil: '2026-12-02T09:00:00Z', staff: { id: 'stf_a', displayName: 'Anna' } });
const isOffered = (id: string) => id === 'svc_a';
const [live, expired] = [hold(at + 1), hold(at)];
const confirmation = { expiresAt: '2026-11-28T12:00:01Z', email: 'lena@kunde.example' };

it.each([
  ['nothing', {}, undefined],
  ['a service that is no longer offered', { step: 'time', serviceId: 'svc_b' }, undefined],
  ['the services', { step: 'service', serviceId: 'svc_a' }, { step: 'service' }],
  ['a time', { step: 'time', serviceId: 'svc_a' }, { step: 'time', serviceId: 'svc_a', held: undefined }],
  ['a time and a hold', { step: 'time', serviceId: 'svc_a', hold: live }, { step: 'time', serviceId: 'svc_a', held: live }],
  ['a time and an expired hold', { step: 'time', serviceId: 'svc_a', hold: expired }, { step: 'time', serviceId: 'svc_a', held: undefined }],
  ['a form', { step: 'details', serviceId: 'svc_a', hold: live }, { step: 'details', serviceId: 'svc_a', hold: live }],
  ['a form and an expired hold', { step: 'details', serviceId: 'svc_a', hold: expired }, { step: 'details', serviceId: 'svc_a', hold: expired }],
  ['a confirmation', { step: 'waiting', serviceId: 'svc_a', hold: expired, confirmation }, { step: 'waiting', serviceId: 'svc_a', hold: expired, confirmation }],
  ['an expired confirmation', { step: 'waiting', serviceId: 'svc_a', hold: live, confirmation: { ...confirmation, expiresAt: '2026-11-28T12:00:00Z' } }, undefined],
] as const)('of %s it shows the step again', (_, kept, step) => {
  expect(restored({ revision: 1, ...kept }, { now: at, isOffered, isLive: ({ until }) => until > at })).toEqual(step);
});

it('takes the newest of several places', () => {
  expect(newestOf(undefined, null)).toEqual({ revision: 0 });
  expect(newestOf({ revision: 2, day: 'a' }, { revision: 3, day: 'b' })).toEqual({ revision: 3, day: 'b' });
  expect(newestOf({ revision: 2, day: 'a' }, false)).toEqual({ revision: 2, day: 'a' });
});
