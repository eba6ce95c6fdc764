import { expect, it } from 'vitest';
import { found, offsetOf, usualZone, zoneOptions } from './zone_options';

const zones = [
  { id: 'Europe/Berlin', aliases: [], name: 'Berlin (Deutschland)', offsetMinutes: 60 },
  { id: 'Asia/Kolkata', aliases: ['Asia/Calcutta'], name: 'Kalkutta (Indien)', offsetMinutes: 330 },
  { id: 'Europe/Kyiv', aliases: ['Europe/Kiev'], name: 'Kiew (Ukraine)', offsetMinutes: 120 },
  { id: 'America/Sao_Paulo', aliases: [], name: 'São Paulo (Brasilien)', offsetMinutes: -180 },
  { id: 'UTC', aliases: ['Etc/UTC'], name: 'UTC', offsetMinutes: 0 },
];
const values = (value: string) => zoneOptions(zones, value).map((option) => option.value);

it.each([
  [0, 'UTC+00:00'],
  [330, 'UTC+05:30'],
  [-210, 'UTC−03:30'],
  [-30, 'UTC−00:30'],
])('%i minutes are %s', (minutes, text) => {
  expect(offsetOf(minutes)).toBe(text);
});

it('names each zone by city, ID and offset, and each only once', () => {
  expect(zoneOptions(zones, 'UTC').map(({ label }) => label)).toEqual([
    'Berlin (Deutschland) · Europe/Berlin · UTC+01:00',
    'Kalkutta (Indien) · Asia/Kolkata · UTC+05:30',
    'Kiew (Ukraine) · Europe/Kyiv · UTC+02:00',
    'São Paulo (Brasilien) · America/Sao_Paulo · UTC−03:00',
    'UTC · UTC+00:00',
  ]);
});

it.each([
  ['Europe/Berlin', ['Europe/Berlin', 'Asia/Kolkata', 'Europe/Kyiv', 'America/Sao_Paulo', 'UTC']],
  ['Asia/Calcutta', ['Europe/Berlin', 'Asia/Calcutta', 'Europe/Kyiv', 'America/Sao_Paulo', 'UTC']],
  ['Etc/UTC', ['Europe/Berlin', 'Asia/Kolkata', 'Europe/Kyiv', 'America/Sao_Paulo', 'Etc/UTC']],
  ['US/Pacific-New', ['US/Pacific-New', 'Europe/Berlin', 'Asia/Kolkata', 'Europe/Kyiv', 'America/Sao_Paulo', 'UTC']],
  ['', ['Europe/Berlin', 'Asia/Kolkata', 'Europe/Kyiv', 'America/Sao_Paulo', 'UTC']],
])('the value %s is an option as it is', (value, options) => {
  expect(values(value)).toEqual(options);
});

it.each([
  ['kiev', 'Europe/Kyiv'],
  ['Kiew', 'Europe/Kyiv'],
  ['sao paulo', 'America/Sao_Paulo'],
  ['brasilien', 'America/Sao_Paulo'],
  ['calcutta', 'Asia/Kolkata'],
  ['+05:30 indien', 'Asia/Kolkata'],
])('%s finds %s', (search, zone) => {
  expect(found(zoneOptions(zones, ''), search).map(({ value }) => value)).toEqual([zone]);
});

it.each([
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['Etc/Unknown', ''],
  [undefined, ''],
])('%s is usually %s', (zone, usual) => {
  expect(usualZone(zones, zone)).toBe(usual);
});
