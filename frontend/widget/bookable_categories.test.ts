import { expect, it } from 'vitest';
import type { Service } from './api';
import { offered, videoOnlyNow } from './bookable_categories';

const service = (name: string, delivery: Service['delivery']): Service => ({
  id: name,
  name,
  description: '',
  delivery,
  duration: 'PT30M',
  price: { minorUnits: 0, currency: 'EUR' },
});
const categories = [
  { id: 'hair', name: 'Haare', services: [service('Schnitt', 'IN_SALON'), service('Balayage', 'IN_SALON')] },
  { id: 'video', name: 'Video', services: [service('Farbberatung', 'VIDEO')] },
];
const names = (here: string[], isVideoOnly: boolean) =>
  offered(categories, here.map((id) => ({ id })), isVideoOnly).map(({ services }) => services.map(({ name }) => name));

it('what somebody in the branch offers is offered', () => {
  expect(names(['Schnitt', 'Farbberatung'], false)).toEqual([['Schnitt'], ['Farbberatung']]);
});

it('in video-only mode video alone is offered', () => {
  expect(names(['Schnitt', 'Balayage', 'Farbberatung'], true)).toEqual([['Farbberatung']]);
});

it('a branch in which nobody offers anything offers nothing', () => {
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
