import { expect, test } from 'vitest';
import { videoTargets } from './video_targets';

const category = (id: string, ...deliveries: ('VIDEO' | 'IN_SALON')[]) => ({
  id,
  name: id,
  services: deliveries.map((delivery, index) => ({ id: `${id}-${index}`, name: id, delivery })),
});

test('a category of video consultations alone is a target as a whole', () => {
  expect(videoTargets([category('video', 'VIDEO', 'VIDEO')])).toEqual([{ categoryId: 'video' }]);
});

test('of a mixed category only the video services are', () => {
  expect(videoTargets([category('color', 'IN_SALON', 'VIDEO')])).toEqual([{ serviceId: 'color-1' }]);
});

test('nothing is when nothing is given by video', () => {
  expect(videoTargets([category('cut', 'IN_SALON'), category('empty')])).toEqual([]);
});
