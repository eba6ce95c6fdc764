import { describe, expect, it, vi } from 'vitest';
import { formatOf, minutesOf } from './format';

const berlin = { timeZone: 'Europe/Berlin', timeZoneAliases: [] };
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
    expect(formatOf('de', berlin, zone).customerTime(at)).toBe(customerTime);
  });
});

it("formats moments in the salon's time zone, in both languages", () => {
  expect(formatOf('de', berlin, 'America/New_York').moment(ten)).toBe('Donnerstag, 26. November um 10:00');
  expect(formatOf('en', berlin, 'America/New_York').moment(ten)).toBe('Thursday 26 November at 10:00');
});

it('a device may not say where it is', () => {
  const options = new Intl.DateTimeFormat().resolvedOptions();
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...options, timeZone: 'Etc/Unknown' });
  const format = formatOf('de', berlin);
  vi.restoreAllMocks();
  expect(format.customerTime(ten)).toBeUndefined();
  expect([format.knowsCustomerZone, formatOf('de', berlin, 'Europe/Vienna').knowsCustomerZone]).toEqual([false, true]);
});

it('a browser older than the name of a zone formats by an older name', () => {
  expect(formatOf('de', { timeZone: 'Europe/Kyjiw', timeZoneAliases: ['Europe/Kiev'] }, 'Europe/Berlin').time(ten)).toBe('11:00');
});

// The digits are those of ISO 4217, whatever the browser knows.
it.each([
  ['de', 2550, 'EUR', 2, '25,50 €'],
  ['en', 2500, 'JPY', 0, 'JP¥2,500'],
  ['de', 1500000, 'HUF', 2, '15.000,00 HUF'],
  ['en', 1500000, 'HUF', 2, 'HUF 15,000.00'],
  ['de', 1500, 'KWD', 3, '1,500 KWD'],
  ['de', 150000, 'RSD', 2, '1.500,00 RSD'],
  ['de', 395001, 'CLF', 4, '39,5001 CLF'],
] as const)('in %s, %i of %s with %i digits are %s', (language, minorUnits, currency, digits, text) => {
  expect(formatOf(language, berlin).money({ minorUnits, currency, digits }).replaceAll('\u00a0', ' ')).toBe(text);
});

it.each([
  ['PT30M', 30],
  ['PT1H30M', 90],
  ['P1DT1H', 1500],
])('%s is %i minutes', (duration, minutes) => {
  expect(minutesOf(duration)).toBe(minutes);
});

it("reads the hour and the date from the salon's clock", () => {
  const format = formatOf('de', { timeZone: 'Pacific/Auckland', timeZoneAliases: [] });
  expect(format.hour('2026-11-26T15:30:00Z')).toBe(4);
  vi.useFakeTimers({ now: Date.parse('2026-11-26T15:30:00Z') });
  expect([format.dateIn(0), format.dateIn(5)]).toEqual(['2026-11-27', '2026-12-02']);
  vi.useRealTimers();
});
