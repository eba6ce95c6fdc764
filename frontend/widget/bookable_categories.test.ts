import { expect, it } from 'vitest';
import type { Service } from './api';
import { bookableCategories, videoOnlyNow } from './bookable_categories';

const service = (name: string, delivery: Service['delivery']): Service => ({
  id: name,
  name,
  description: '',
  delivery,
  duration: 'PT30M',
  price: { minorUnits: 0, currency: 'EUR', digits: 2 },
});
const categories = [
  { id: 'hair', name: 'Haare', services: [service('Schnitt', 'IN_SALON'), service('Balayage', 'IN_SALON')] },
  { id: 'video', name: 'Video', services: [service('Farbberatung', 'VIDEO')] },
];
const names = (here: string[], isVideoOnly: boolean) =>
  bookableCategories(categories, here.map((id) => ({ id })), isVideoOnly).map(({ services }) => services.map(({ name }) => name));

it('offers what a staff member of the branch offers', () => {
  expect(names(['Schnitt', 'Farbberatung'], false)).toEqual([['Schnitt'], ['Farbberatung']]);
});

it('offers only video services in video-only mode', () => {
  expect(names(['Schnitt', 'Balayage', 'Farbberatung'], true)).toEqual([['Farbberatung']]);
});

it('offers nothing in a branch without services', () => {
  expect(names([], false)).toEqual([]);
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
