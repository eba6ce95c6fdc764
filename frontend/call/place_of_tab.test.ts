import { beforeEach, expect, it, vi } from 'vitest';
import { PlaceOfTab } from './place_of_tab';

/** Locks of a browser, which all of its tabs share. */
class Locks {
  #held = new Map<string, Promise<void>>();

  async request(name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>) {
    while (this.#held.has(name)) {
      const gone = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));
      await Promise.race([this.#held.get(name), gone]);
    }
    const held = hold().finally(() => this.#held.delete(name));
    this.#held.set(name, held);
    await held;
  }
}

/** What a tab has stored. */
class Storage extends Map<string, string> {
  getItem = (key: string) => this.get(key) ?? null;
  setItem = (key: string, value: string) => void this.set(key, value);
  removeItem = (key: string) => void this.delete(key);
}

const key = 'visavis room apt_a';

/** Acts in a tab with what it has stored. */
const inTab = (stored: Storage) => vi.stubGlobal('sessionStorage', stored);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { locks: new Locks() });
});

async function recalled(stored: Storage) {
  inTab(stored);
  const recalling = new PlaceOfTab(key).recall();
  await vi.runAllTimersAsync();
  return recalling;
}

it('is remembered by the tab after its page is gone, but not by a duplicate', async () => {
  const stored = new Storage();
  inTab(stored);
  const place = new PlaceOfTab(key);
  place.remember('par_a');
  expect(await recalled(new Storage(stored))).toBeNull();
  expect(await recalled(new Storage())).toBeNull();
  vi.stubGlobal('navigator', { locks: new Locks() }); // as after a restart of the browser
  expect(await recalled(stored)).toBe('par_a');
});

it('is taken over from a page that is being closed', async () => {
  const stored = new Storage();
  inTab(stored);
  const place = new PlaceOfTab(key);
  place.remember('par_a');
  const recalling = new PlaceOfTab(key).recall();
  await vi.advanceTimersByTimeAsync(100);
  inTab(new Storage()); // which the page that goes does not change
  place.remember(null);
  await vi.advanceTimersByTimeAsync(0);
  expect(await recalling).toBe('par_a');
});

it('is forgotten by a duplicate for good, and when the device leaves', async () => {
  const stored = new Storage();
  inTab(stored);
  const place = new PlaceOfTab(key);
  place.remember('par_a');
  const duplicate = new Storage(stored);
  await recalled(duplicate);
  expect(duplicate.size).toBe(0);
  inTab(stored);
  place.remember('par_b');
  expect(stored.get(key)).toBe('par_b');
  place.remember(null);
  expect(stored.size).toBe(0);
});

it.each([
  ['without locks', {}],
  ['if they are refused', { locks: { request: () => Promise.reject(new DOMException('', 'SecurityError')) } }],
])('is remembered %s, too', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  expect(await recalled(new Storage([[key, 'par_a']]))).toBe('par_a');
});
