import { expect, it } from 'vitest';
import { unguessable } from './unguessable';

it('is four numbers that differ each time', () => {
  const texts = Array.from({ length: 100 }, unguessable);
  expect(texts.every((text) => /^\d+(-\d+){3}$/.test(text))).toBe(true);
  expect(new Set(texts).size).toBe(100);
});
