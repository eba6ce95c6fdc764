import { afterEach, expect, it, vi } from 'vitest';
import { isSecure } from './secure';

afterEach(() => void vi.unstubAllGlobals());

it.each([
  [true, true],
  [false, false],
  [undefined, true], // browsers that do not say so ask for nothing
])('isSecureContext %s: %s', (said, is) => {
  vi.stubGlobal('isSecureContext', said);
  expect(isSecure()).toBe(is);
});
