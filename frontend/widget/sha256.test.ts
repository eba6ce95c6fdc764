import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from './sha256';

// Lengths around the ends of blocks.
test.each([0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 128, 1000])('of %i characters', (length) => {
  const text = 'abcdefghijklmnopqrstuvwxyz&=?0123456789'.repeat(30).slice(0, length);
  const hash = Buffer.alloc(32);
  sha256(text).forEach((word, i) => hash.writeInt32BE(word, i * 4));
  expect(hash.toString('hex')).toBe(createHash('sha256').update(text).digest('hex'));
});
