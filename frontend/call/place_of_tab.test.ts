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
  new PlaceOfTab(key).remember('par_a');
  const duplicate = new Storage(stored);
  expect(await recalled(duplicate)).toBeNull();
  expect(await recalled(duplicate)).toBeNull();
  vi.stubGlobal('navigator', { locks: new Locks() }); // as after a restart of the browser
  expect(await recalled(stored)).toBe('par_a');
});

it('is another participant in a duplicate that came in, and none once the device has left', async () => {
  const stored = new Storage();
  inTab(stored);
  new PlaceOfTab(key).remember('par_a');
  const duplicate = new Storage(stored);
  expect(await recalled(duplicate)).toBeNull();
  const place = new PlaceOfTab(key);
  place.remember('par_b');
  expect([place.participantId, duplicate.get(key), stored.get(key)]).toEqual(['par_b', 'par_b', 'par_a']);
  place.remember(null);
  expect([place.participantId, duplicate.size]).toEqual([null, 0]);
});

it('is taken over from a page that is being closed, also if that takes long', async () => {
  const stored = new Storage();
  inTab(stored);
  const place = new PlaceOfTab(key);
  place.remember('par_a');
  const recalling = new PlaceOfTab(key).recall();
  await vi.advanceTimersByTimeAsync(1_900);
  place.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(await recalling).toBe('par_a');
});

it('is not lost by a page that was too slow to go', async () => {
  const stored = new Storage();
  inTab(stored);
  const place = new PlaceOfTab(key);
  place.remember('par_a');
  expect(await recalled(stored)).toBeNull();
  place.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(await recalled(stored)).toBe('par_a');
});

it('is the same each time that one document comes back to it', async () => {
  const stored = new Storage([[key, 'par_a']]);
  inTab(stored);
  for (let time = 0; time < 3; time += 1) {
    const place = new PlaceOfTab(key);
    const recalling = place.recall();
    await vi.advanceTimersByTimeAsync(0);
    expect([await recalling, place.participantId]).toEqual(['par_a', 'par_a']);
    place.close();
    expect(place.participantId).toBeNull();
  }
});

it('is held by the last of several questions in one page', async () => {
  inTab(new Storage([[key, 'par_a']]));
  const place = new PlaceOfTab(key);
  const first = place.recall();
  place.close(); // as React does while one develops
  const second = place.recall();
  await vi.advanceTimersByTimeAsync(0);
  expect([await second, place.participantId]).toEqual(['par_a', 'par_a']);
  await first;
  expect(await recalled(new Storage([[key, 'par_a']]))).toBeNull();
});

it.each([
  ['without locks', {}],
  ['if they are refused', { locks: { request: () => Promise.reject(new DOMException('', 'SecurityError')) } }],
])('is remembered %s, too', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  expect(await recalled(new Storage([[key, 'par_a']]))).toBe('par_a');
});
