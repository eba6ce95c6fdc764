import { afterEach, expect, it, vi } from 'vitest';
import { deviceZone, engineZone, knowsZone } from './zone';

afterEach(() => void vi.restoreAllMocks());

it.each([
  ['Europe/Berlin', true],
  ['Asia/Calcutta', true],
  ['UTC', true],
  ['Etc/GMT+5', true],
  ['Etc/Unknown', false],
  ['Europe/Atlantis', false],
  ['', false],
  [undefined, false],
])('%s is known: %s', (zone, known) => {
  expect(knowsZone(zone)).toBe(known);
});

it.each([['Europe/Vienna', 'Europe/Vienna'], ['Etc/Unknown', undefined], ['Mars/Olympus', undefined], ['', undefined], [undefined, undefined]])(
  'a device that says %s is in %s',
  (said, zone) => {
    const options = new Intl.DateTimeFormat().resolvedOptions();
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...options, timeZone: said as string });
    expect(deviceZone()).toBe(zone);
  },
);

it('a zone younger than the engine goes by an older name', () => {
  expect(engineZone('Europe/Berlin', ['Europe/Vienna'])).toBe('Europe/Berlin');
  expect(engineZone('Europe/Kyjiw', ['Europe/Atlantis', 'Europe/Kiev'])).toBe('Europe/Kiev');
  expect(engineZone('Mars/Olympus', [])).toBe('UTC');
});
