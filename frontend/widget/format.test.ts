import { describe, expect, it } from 'vitest';
import { formatOf, minutesOf } from './format';

const ten = '2026-11-26T09:00:00Z'; // in Berlin, on a Thursday

describe("the customer's time", () => {
  it.each([
    { zone: 'Europe/Vienna', at: ten, customerTime: undefined },
    { zone: 'Europe/London', at: ten, customerTime: '09:00' },
    { zone: 'Australia/Sydney', at: ten, customerTime: '20:00' },
    { zone: 'Pacific/Auckland', at: '2026-11-26T15:00:00Z', customerTime: 'Fr., 04:00' },
    { zone: 'America/Los_Angeles', at: '2026-11-26T07:30:00Z', customerTime: 'Mi., 23:30' },
    { zone: 'America/New_York', at: '2027-03-20T09:00:00Z', customerTime: '05:00' },
  ])('in $zone it is $customerTime', ({ zone, at, customerTime }) => {
    expect(formatOf('de', 'Europe/Berlin', zone).customerTime(at)).toBe(customerTime);
  });
});

it("formats moments in the salon's time zone, in both languages", () => {
  expect(formatOf('de', 'Europe/Berlin', 'America/New_York').moment(ten)).toBe('Donnerstag, 26. November um 10:00');
  expect(formatOf('en', 'Europe/Berlin', 'America/New_York').moment(ten)).toBe('Thursday 26 November at 10:00');
});

it('formats amounts by currency', () => {
  expect(formatOf('de', 'Europe/Berlin').money(2550, 'EUR')).toBe('25,50\u00a0€');
  expect(formatOf('en', 'Europe/Berlin').money(2500, 'JPY')).toBe('JP¥2,500');
});

it.each([
  ['PT30M', 30],
  ['PT1H30M', 90],
  ['P1DT1H', 1500],
])('%s is %i minutes', (duration, minutes) => {
  expect(minutesOf(duration)).toBe(minutes);
});
