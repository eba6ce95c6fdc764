import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { solve } from './proof';

const salt = '0123456789abcdef?expires=1795420800&cost=5000&';
const challengeOf = (number: number) => ({
  algorithm: 'SHA-256',
  challenge: createHash('sha256').update(`${salt}${number}`).digest('hex'),
  maxNumber: 5000,
  salt,
  signature: 'signature',
});

test.each([0, 499, 500, 4321, 5000])('finds the number %i', async (number) => {
  const challenge = challengeOf(number);
  const shares: number[] = [];
  const { maxNumber: _, ...proof } = challenge;
  expect(JSON.parse(atob(await solve(challenge, (share) => shares.push(share))))).toEqual({ ...proof, number });
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test('fails if there is none', async () => {
  await expect(solve(challengeOf(5001), () => undefined)).rejects.toThrow('no number');
});
