import { afterEach, expect, it, vi } from 'vitest';
import { preferredLanguages } from './languages';

afterEach(() => void vi.unstubAllGlobals());

it.each([
  [{ languages: ['de-AT', 'en'], language: 'de-AT' }, ['de-AT', 'en', 'de-AT']],
  [{ languages: [], language: 'en' }, ['en']],
  [{ languages: ['C'] }, ['C', '']],
  [{}, ['']],
])('of %o it takes %o', (navigator, tags) => {
  vi.stubGlobal('navigator', navigator);
  expect(preferredLanguages()).toEqual(tags);
});
