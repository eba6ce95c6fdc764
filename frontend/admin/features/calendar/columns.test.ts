import { expect, it } from 'vitest';
import type { Appointment, Day, Profile, RosterAbsence } from './calendar_query';
import { columnOf, columnsOf, placed } from './columns';

const profile = (id: string): Profile => ({ id, displayName: id, title: '', color: '#0f5c63' });
const appointment = (id: string, staffId: string, start: string) => ({ id, start, end: start, staff: profile(staffId) }) as Appointment;

/** The weekend on which Berlin's clocks are set back: Sunday has 25 hours. */
const weekend: Day[] = [
  ['2026-10-24', '2026-10-23T22:00:00Z', '2026-10-24T22:00:00Z'],
  ['2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
].map(([date = '', start = '', end = '']) => ({ date, start, end, staff: [{ profile: profile('anna'), working: [], absences: [] }] }));

it('days side by side show the same wall clock at the same height', () => {
  const list = [appointment('saturday', 'anna', '2026-10-24T07:00:00Z'), appointment('sunday', 'anna', '2026-10-25T08:00:00Z')]; // both at 09:00
  const columns = columnsOf(weekend, list.map((one) => placed(one)), 'Europe/Berlin');
  expect(columns.map(({ id, origin, appointments }) => [id, appointments.map((one) => [one.id, (one.from - origin) / 3600])])).toEqual([
    ['anna 2026-10-24', [['saturday', 9]]],
    ['anna 2026-10-25', [['sunday', 9]]],
  ]);
});

it('who is not rostered and has appointments has a column, too', () => {
  const columns = columnsOf(weekend.slice(0, 1), [placed(appointment('a', 'ben', '2026-10-24T07:00:00Z'))], 'Europe/Berlin');
  expect(columns.map(({ id, appointments }) => [id, appointments.length])).toEqual([['anna', 0], ['ben', 1]]);
});

it('an appointment that began the day before stands on the first day', () => {
  const before = placed(appointment('a', 'anna', '2026-10-23T21:30:00Z'));
  const columns = columnsOf(weekend, [before], 'Europe/Berlin');
  expect(columns[0]?.appointments).toEqual([before]);
  expect(columnOf(columns, before)).toBe(0);
});

it.each([
  [{ firstDay: '2026-10-20', lastDay: '2026-10-30' }, true, 0, 24],
  [{ start: '2026-10-24T10:00:00Z', end: '2026-10-24T11:00:00Z' }, false, 12, 13],
  [{ start: '2026-10-20T10:00:00Z', end: '2026-10-24T11:00:00Z' }, false, 0, 13],
  [{ start: '2026-10-20T10:00:00Z', end: '2026-10-28T11:00:00Z' }, true, 0, 24],
])('an absence %j is on its day', (period, isAllDay, from, to) => {
  const absence: RosterAbsence = { id: 'abs', kind: 'SICK', firstDay: null, lastDay: null, start: null, end: null, ...period };
  const [saturday] = weekend as [Day];
  const [column] = columnsOf([{ ...saturday, staff: [{ profile: profile('anna'), working: [], absences: [absence] }] }], [], 'Europe/Berlin');
  const [absent] = column!.absences;
  expect([absent!.isAllDay, (absent!.from - column!.from) / 3600, (absent!.to - column!.from) / 3600]).toEqual([isAllDay, from, to]);
});
