import { expect, test } from 'vitest';
import { saidOf, videoTargets } from './video_targets';

const category = (id: string, ...deliveries: ('VIDEO' | 'IN_SALON')[]) => ({
  id,
  name: id,
  services: deliveries.map((delivery, index) => ({ id: `${id}-${index}`, delivery })),
});

test('a category of video consultations alone is a target as a whole', () => {
  expect(videoTargets([category('video', 'VIDEO', 'VIDEO')])).toEqual([{ categoryId: 'video' }]);
});

test('of a mixed category only the video services are', () => {
  expect(videoTargets([category('colour', 'IN_SALON', 'VIDEO')])).toEqual([{ serviceId: 'colour-1' }]);
});

test('nothing is when nothing is given by video', () => {
  expect(videoTargets([category('cut', 'IN_SALON'), category('empty')])).toEqual([]);
});

test('what somebody has said is found by category and by service', () => {
  const staff = {
    id: 'stf_a',
    displayName: 'Anna',
    title: '',
    color: '#0f5c63',
    videoLink: null,
    competencies: [
      { category: { id: 'video' }, service: null, qualified: true },
      { category: null, service: { id: 'colour-1' }, qualified: false },
    ],
  };
  expect(saidOf(staff, { categoryId: 'video' })).toBe(true);
  expect(saidOf(staff, { serviceId: 'colour-1' })).toBe(false);
  expect(saidOf(staff, { categoryId: 'colour' })).toBeNull();
});
