import { expect, it } from 'vitest';
import { unguessable } from './unguessable';

it('is 128 bits that differ each time', () => {
  const texts = Array.from({ length: 100 }, unguessable);
  expect(texts.every((text) => /^[0-9a-f]{32}$/.test(text))).toBe(true);
  expect(new Set(texts).size).toBe(100);
});
