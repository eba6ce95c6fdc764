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
    expect(formatOf('de', berlin, zone).otherTime(at)).toBe(customerTime);
  });
});

describe("by the customer's own clock", () => {
  const format = formatOf('de', berlin, 'Australia/Sydney', true);

  it("times are the customer's, and the other is the salon's", () => {
    expect([format.time(ten), format.otherTime(ten), format.hour(ten), format.zone]).toEqual(['20:00', '10:00', 20, 'Australia/Sydney']);
    expect(format.moment('2026-11-26T14:00:00Z')).toBe('Freitag, 27. November um 01:00');
    expect(format.otherTime('2026-11-26T14:00:00Z')).toBe('Do., 15:00');
  });

  it('times on another day have its name', () => {
    expect(format.time('2026-11-26T14:00:00Z')).toBe('Fr., 01:00');
  });

  it("days are the salon's", () => {
    expect(format.dateOf('2026-11-26T14:00:00Z')).toBe('2026-11-26');
  });
});

// In Berlin clocks go back at 03:00, on Lord Howe by half an hour.
it.each([
  ['Europe/Berlin', '2026-10-25T00:59:00Z', '02:59 MESZ'],
  ['Europe/Berlin', '2026-10-25T00:30:00Z', '02:30 MESZ'],
  ['Europe/Berlin', '2026-10-25T01:30:00Z', '02:30 MEZ'],
  ['Europe/Berlin', '2026-10-24T23:59:00Z', '01:59'],
  ['Europe/Berlin', '2026-10-25T02:00:00Z', '03:00'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '03:00'],
  ['Australia/Lord_Howe', '2027-04-03T14:45:00Z', '01:45 GMT+11'],
  ['Australia/Lord_Howe', '2027-04-03T15:15:00Z', '01:45 GMT+10:30'],
])('in %s, %s is %s', (timeZone, at, time) => {
  const format = formatOf('de', { timeZone, timeZoneAliases: [] }, 'Asia/Tokyo');
  expect(format.time(at)).toBe(time);
  expect(format.moment(at)).toContain(time);
});

it('tells the doubled hour of the customer apart', () => {
  expect(formatOf('de', { timeZone: 'Asia/Tokyo', timeZoneAliases: [] }, 'Europe/Berlin').otherTime('2026-10-25T01:30:00Z')).toBe('02:30 MEZ');
});

it("formats moments in the salon's time zone, in each language", () => {
  expect(formatOf('de', berlin, 'America/New_York').moment(ten)).toBe('Donnerstag, 26. November um 10:00');
  expect(formatOf('en', berlin, 'America/New_York').moment(ten)).toBe('Thursday 26 November at 10:00');
  expect(formatOf('fr', berlin, 'America/New_York').moment(ten)).toBe('jeudi 26 novembre à 10:00');
  expect(formatOf('tr', berlin, 'America/New_York').moment(ten)).toBe('26 Kasım Perşembe 10:00');
});

it('the first day of a month is the first in French', () => {
  const { day, moment } = formatOf('fr', berlin, 'Europe/Berlin');
  expect([day('2026-12-01'), day('2026-12-11'), moment('2027-01-01T09:00:00Z')]).toEqual([
    'mardi 1er décembre', 'vendredi 11 décembre', 'vendredi 1er janvier à 10:00',
  ]);
});

it('a device may not say where it is', () => {
  const options = new Intl.DateTimeFormat().resolvedOptions();
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...options, timeZone: 'Etc/Unknown' });
  const format = formatOf('de', berlin);
  vi.restoreAllMocks();
  expect(format.otherTime(ten)).toBeUndefined();
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
  ['fr', 150050, 'EUR', 2, '1 500,50 €'],
  ['tr', 150050, 'TRY', 2, '₺1.500,50'],
  ['de', 1500, 'KWD', 3, '1,500 KWD'],
  ['de', 150000, 'RSD', 2, '1.500,00 RSD'],
  ['de', 395001, 'CLF', 4, '39,5001 CLF'],
] as const)('in %s, %i of %s with %i digits are %s', (language, minorUnits, currency, digits, text) => {
  expect(formatOf(language, berlin).money({ minorUnits, currency, digits }).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(text);
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
  expect([format.today(), format.dateOf('2026-11-26T10:30:00Z')]).toEqual(['2026-11-27', '2026-11-26']);
  vi.useRealTimers();
});
