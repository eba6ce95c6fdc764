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
const told = (staffId?: string, present?: { start: string; staffId: string }) =>
  daysOf(offers, staffId, present).map(({ date, starts }) => `${date}: ${starts.map(({ at, people }) => `${at.slice(11, 16)} ${people.map(({ id }) => id).join('+')}`).join(', ')}`);

it('the starts of all are in order, each once', () => {
  expect(told()).toEqual(['2026-11-23: 12:00 ben', '2026-11-24: 08:30 ben, 09:00 anna, 10:00 anna+ben']);
});

it('the starts of one person are theirs alone', () => {
  expect(told('anna')).toEqual(['2026-11-24: 09:00 anna, 10:00 anna']);
  expect(told('clara')).toEqual([]);
});

it('the present start is none to move to, with the same person', () => {
  const present = { start: '2026-11-24T10:00:00Z', staffId: 'anna' };
  expect(told(undefined, present)).toEqual(['2026-11-23: 12:00 ben', '2026-11-24: 08:30 ben, 09:00 anna, 10:00 ben']);
  expect(told('ben', { start: '2026-11-23T12:00:00Z', staffId: 'ben' })).toEqual(['2026-11-24: 08:30 ben, 10:00 ben']);
});

it.each([
  [8, 'morning'],
  [12, 'afternoon'],
  [17, 'evening'],
])('at %i it is %s', (hour, part) => {
  expect(partOf(hour)).toBe(part);
});
