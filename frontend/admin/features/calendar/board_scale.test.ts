import { describe, expect, it } from 'vitest';
import { hoursOf, scaleOf, snapped } from './board_scale';
import type { Appointment, Day } from './calendar_query';
import { columnsOf, placed } from './columns';

const day = (working: { start: string; end: string }[]): Day => ({
  date: '2026-11-23',
  start: '2026-11-22T23:00:00Z',
  end: '2026-11-23T23:00:00Z',
  staff: [{ profile: { id: 'stf_a', displayName: 'Anna', title: '', color: '#0f5c63' }, working, absences: [] }],
});
const scale = (shown: Day, ...appointments: Appointment[]) => scaleOf(columnsOf([shown], appointments.map((one) => placed(one)), 'Europe/Berlin'));
/** Seconds from midnight. */
const at = (time: string) => Date.parse(`1970-01-01T${time}:00Z`) / 1000;

describe('the board', () => {
  it('shows the usual day when nobody works', () => {
    expect(scale(day([]))).toEqual({ from: at('08:00'), to: at('20:00') });
  });

  it('shows whole hours of all work and all appointments', () => {
    const early = day([{ start: '2026-11-23T05:30:00Z', end: '2026-11-23T09:00:00Z' }]);
    const late = { id: 'apt_a', staff: { id: 'stf_a' }, start: '2026-11-23T20:00:00Z', end: '2026-11-23T20:20:00Z' } as Appointment;
    expect(scale(early, late)).toEqual({ from: at('06:00'), to: at('22:00') });
  });

  it('names each hour', () => {
    expect(hoursOf(scale(day([])))).toHaveLength(12);
  });

  it.each([
    ['to the nearest quarter of an hour', '10:07', 3600, '10:00'],
    ['to the nearest quarter of an hour, upwards', '10:08', 3600, '10:15'],
    ['not before the board begins', '07:00', 3600, '08:00'],
    ['not past its end', '19:40', 3600, '19:00'],
    ['not past its end, whatever it takes', '19:59', 20 * 60, '19:30'],
  ])('snaps %s', (_, time, length, want) => {
    expect(snapped(scale(day([])), at(time), length)).toBe(at(want));
  });
});
