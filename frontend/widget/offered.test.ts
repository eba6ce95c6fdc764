import { expect, it } from 'vitest';
import type { Service } from './api';
import { offered, videoOnlyNow } from './offered';

const service = (name: string, delivery: Service['delivery'], bookableOnline = true): Service => ({
  id: name,
  name,
  description: '',
  delivery,
  duration: 'PT30M',
  bookableOnline,
  price: { minorUnits: 0, currency: 'EUR' },
});
const categories = [
  { id: 'hair', name: 'Haare', services: [service('Schnitt', 'IN_SALON'), service('Nur vor Ort', 'IN_SALON', false)] },
  { id: 'video', name: 'Video', services: [service('Farbberatung', 'VIDEO')] },
];
const names = (isVideoOnly: boolean) => offered(categories, isVideoOnly).map(({ services }) => services.map(({ name }) => name));

it('what is bookable online is offered', () => {
  expect(names(false)).toEqual([['Schnitt'], ['Farbberatung']]);
});

it('in video-only mode video alone is offered', () => {
  expect(names(true)).toEqual([['Farbberatung']]);
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
