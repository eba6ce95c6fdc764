import { expect, it } from 'vitest';
import { today } from './today';

it.each([
  ['Europe/Berlin', '2026-11-23T22:59:59Z', '2026-11-23'],
  ['Europe/Berlin', '2026-11-23T23:00:00Z', '2026-11-24'],
  ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
  ['America/Los_Angeles', '2026-01-01T07:59:00Z', '2025-12-31'],
  ['UTC', '2028-02-29T00:00:00Z', '2028-02-29'],
])('in %s it is at %s the %s', (timeZone, now, date) => {
  expect(today(timeZone, Date.parse(now))).toBe(date);
});
