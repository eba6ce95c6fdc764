import { expect, it } from 'vitest';
import type { Offer } from './api';
import { daysOf, partOf } from './days';

const person = (id: string) => ({ id, displayName: id, color: '#000000' });
const offers: Offer[] = [
  { staff: person('anna'), days: [{ date: '2026-11-24', starts: ['2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'] }] },
  {
    staff: person('ben'),
    days: [
      { date: '2026-11-23', starts: ['2026-11-23T12:00:00Z'] },
      { date: '2026-11-24', starts: ['2026-11-24T08:30:00Z', '2026-11-24T10:00:00Z'] },
    ],
  },
];
const summary = (staffId?: string, current?: { start: string; staffId: string }) =>
  daysOf(offers, staffId, current).map(({ date, starts }) => `${date}: ${starts.map(({ at, staff }) => `${at.slice(11, 16)} ${staff.map(({ id }) => id).join('+')}`).join(', ')}`);

it('merges and sorts the starts of all profiles', () => {
  expect(summary()).toEqual(['2026-11-23: 12:00 ben', '2026-11-24: 08:30 ben, 09:00 anna, 10:00 anna+ben']);
});

it('returns only the starts of the given profile', () => {
  expect(summary('anna')).toEqual(['2026-11-24: 09:00 anna, 10:00 anna']);
  expect(summary('clara')).toEqual([]);
});

it('leaves out the current start with the same profile', () => {
  const current = { start: '2026-11-24T10:00:00Z', staffId: 'anna' };
  expect(summary(undefined, current)).toEqual(['2026-11-23: 12:00 ben', '2026-11-24: 08:30 ben, 09:00 anna, 10:00 ben']);
  expect(summary('ben', { start: '2026-11-23T12:00:00Z', staffId: 'ben' })).toEqual(['2026-11-24: 08:30 ben, 10:00 ben']);
});

it.each([
  [8, 'morning'],
  [12, 'afternoon'],
  [17, 'evening'],
])('%i o’clock is %s', (hour, part) => {
  expect(partOf(hour)).toBe(part);
});
