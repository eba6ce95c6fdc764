import { expect, it } from 'vitest';
import { type Color, contrast, readableOn } from './contrast';

it.each([
  [[0, 0, 0], [255, 255, 255], 21],
  [[255, 255, 255], [118, 118, 118], 4.54],
  [[15, 92, 99], [15, 92, 99], 1],
] as const)('the contrast of %s and %s is %s', (a, b, want) => {
  expect(contrast(a, b)).toBeCloseTo(want, 2);
  expect(contrast(b, a)).toBeCloseTo(want, 2);
});

it.each<[string, Color, Color | undefined, Color]>([
  ['what is wanted', [15, 92, 99], [255, 250, 240], [255, 250, 240]],
  ['white on what is dark', [15, 92, 99], [40, 60, 60], [255, 255, 255]],
  ['black on what is light', [255, 214, 0], [255, 255, 255], [0, 0, 0]],
  ['white, of nothing wanted', [80, 0, 80], undefined, [255, 255, 255]],
])('shows %s', (_, ground, wanted, want) => {
  expect(readableOn(ground, wanted)).toEqual(want);
});

it('is readable on every gray', () => {
  for (let gray = 0; gray < 256; gray++) {
    const ground: Color = [gray, gray, gray];
    expect(contrast(ground, readableOn(ground, ground)), String(gray)).toBeGreaterThanOrEqual(4.5);
  }
});
