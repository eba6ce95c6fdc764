import { describe, expect, it } from 'vitest';
import { hoursOf, scaleOf, secondsOf, snapped } from './board_scale';
import type { Appointment, Day } from './calendar_query';

const day = (working: { start: string; end: string }[]): Day => ({
  date: '2026-11-23',
  start: '2026-11-22T23:00:00Z',
  end: '2026-11-23T23:00:00Z',
  open: [],
  staff: [{ profile: { id: 'stf_a', displayName: 'Anna', title: '', color: '#0f5c63' }, working }],
});
const at = (time: string) => secondsOf(`2026-11-23T${time}:00+01:00`);

describe('the board', () => {
  it('shows the usual day when nobody works', () => {
    expect(scaleOf(day([]), [])).toMatchObject({ from: at('08:00'), to: at('20:00') });
  });

  it('shows whole hours of all work and all appointments', () => {
    const early = day([{ start: '2026-11-23T05:30:00Z', end: '2026-11-23T09:00:00Z' }]);
    const late = { start: '2026-11-23T20:00:00Z', end: '2026-11-23T20:20:00Z' } as Appointment;
    expect(scaleOf(early, [late])).toMatchObject({ from: at('06:00'), to: at('22:00') });
  });

  it('names each hour', () => {
    expect(hoursOf(scaleOf(day([]), []))).toHaveLength(12);
  });

  it.each([
    ['to the nearest quarter of an hour', '10:07', 3600, '10:00'],
    ['to the nearest quarter of an hour, upwards', '10:08', 3600, '10:15'],
    ['not before the board begins', '07:00', 3600, '08:00'],
    ['not past its end', '19:40', 3600, '19:00'],
    ['not past its end, whatever it takes', '19:59', 20 * 60, '19:30'],
  ])('snaps %s', (_, time, length, want) => {
    expect(snapped(scaleOf(day([]), []), at(time), length)).toBe(at(want));
  });
});
