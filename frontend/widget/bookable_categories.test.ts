import { expect, it } from 'vitest';
import type { OfferedService, Service } from './api';
import { bookableCategories, videoOnlyNow } from './bookable_categories';
import { foundCategories } from './found_categories';

const service = (name: string, delivery: Service['delivery'], category: string): OfferedService => ({
  id: name,
  name,
  description: '',
  delivery,
  duration: 'PT30M',
  price: { minorUnits: 0, currency: 'EUR', digits: 2 },
  category: { id: category, name: category },
});
const offered = [service('Balayage', 'IN_SALON', 'Haare'), service('Farbberatung', 'VIDEO', 'Video'), service('Öl', 'IN_SALON', 'Ärzte'), service('Schnitt', 'IN_SALON', 'Haare')];
const names = (isVideoOnly: boolean) => bookableCategories(offered, isVideoOnly, 'de').map(({ name, services }) => [name].concat(services.map((one) => one.name)));

it('offers what the branch offers, by category', () => {
  expect(names(false)).toEqual([
    ['Ärzte', 'Öl'],
    ['Haare', 'Balayage', 'Schnitt'],
    ['Video', 'Farbberatung'],
  ]);
});

it('offers only video services in video-only mode', () => {
  expect(names(true)).toEqual([['Video', 'Farbberatung']]);
});

it('offers nothing in a branch without services', () => {
  expect(bookableCategories([], false, 'de')).toEqual([]);
});

it.each([
  ['', 4],
  ['ol ', 1],
  ['SCHN', 1],
  ['SCHNİTT', 1],
  ['schnıtt', 1],
  ['balay farb', 0],
])('the search "%s" finds %i services', (search, count) => {
  expect(foundCategories(bookableCategories(offered, false, 'de'), search).flatMap(({ services }) => services)).toHaveLength(count);
});

it.each([
  ['2026-11-22', undefined],
  ['2026-11-23', 'to the 25th'],
  ['2026-11-25', 'to the 25th'],
  ['2026-11-26', undefined],
  ['2026-12-24', 'open'],
])('on %s the mode is %s', (date, message) => {
  const videoOnlyModes = [
    { from: '2026-11-23', until: '2026-11-25', message: 'to the 25th' },
    { from: '2026-12-01', until: null, message: 'open' },
  ];
  expect(videoOnlyNow({ videoOnlyModes }, date)?.message).toBe(message);
});
