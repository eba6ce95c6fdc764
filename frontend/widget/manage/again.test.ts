import { expect, it } from 'vitest';
import { againAddress, sixWeeksAfter } from './again';

it.each([
  ['2026-11-26', '2026-11-23', 90, '2027-01-07'],
  ['2026-11-26', '2027-01-07', 90, '2027-01-07'],
  ['2026-11-26', '2027-01-08', 90, undefined],
  ['2026-11-26', '2026-11-23', 45, '2027-01-07'],
  ['2026-11-26', '2026-11-23', 44, undefined],
])('six weeks after %s, seen on %s with %i days ahead, is %s', (date, today, horizon, wished) => {
  expect(sixWeeksAfter(date, today, horizon)).toBe(wished);
});

it('leads to the booking page with the wished day', () => {
  const preset = { origin: 'https://booking.example', branch: 'mitte', service: 'svc_a', staff: 'stf_a', language: 'de' };
  expect(againAddress(preset, '2027-01-07')).toBe('https://booking.example/book/mitte?service=svc_a&staff=stf_a&lang=de&from=2027-01-07');
});
