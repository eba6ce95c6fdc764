import { expect, test } from 'vitest';
import type { OwnAppointment, RosterDay } from './own_day_query';
import { byDate, nextAndLater, shiftsOf } from './own_times';

const at = (start: string, end: string) => ({ id: start, start: `2026-11-23T${start}:00Z`, end: `2026-11-23T${end}:00Z` }) as OwnAppointment;
const list = [at('08:00', '08:45'), at('09:00', '09:45'), at('10:00', '10:45')];

test.each([
  ['07:00', '08:00', 2],
  ['08:30', '08:00', 2], // goes on
  ['08:45', '09:00', 1],
  ['11:00', undefined, 0],
])('at %s, the appointment at %s is next', (time, next, later) => {
  const shown = nextAndLater(list, Date.parse(`2026-11-23T${time}:00Z`));
  expect([shown.next?.id, shown.later.length]).toEqual([next, later]);
});

test('items are grouped by date, in order', () => {
  expect(byDate(['b1', 'b2', 'c1'], (item) => item[0] ?? '')).toEqual([['b', ['b1', 'b2']], ['c', ['c1']]]);
});

const working = (id: string, ...times: [string, string][]) => ({ profile: { id }, working: times.map(([start, end]) => at(start, end)) });

test('days without work are left out, and the times of several profiles of a person are joined', () => {
  const roster = [
    { date: '2026-11-23', staff: [working('anna', ['08:00', '12:00'], ['13:00', '17:00']), working('video', ['12:00', '12:30']), working('ben', ['06:00', '20:00'])] },
    { date: '2026-11-24', staff: [working('anna'), working('ben', ['08:00', '12:00'])] },
  ] as unknown as RosterDay[];
  const times = shiftsOf(roster, ['anna', 'video']).map(({ date, times: ofDay }) => `${date} ${ofDay.map(({ start, end }) => `${start.slice(11, 16)}-${end.slice(11, 16)}`).join(' ')}`);
  expect(times).toEqual(['2026-11-23 08:00-12:30 13:00-17:00']);
});
