import { beforeEach, expect, it, vi } from 'vitest';
import { DeviceOfTab } from './device_of_tab';

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

const storedAs = 'visavis room apt_a';

/** Acts in a tab with what it has stored. */
const inTab = (stored: Storage) => vi.stubGlobal('sessionStorage', stored);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { locks: new Locks() });
});

async function recalled(stored: Storage) {
  inTab(stored);
  const recalling = new DeviceOfTab(storedAs).recall();
  await vi.runAllTimersAsync();
  return recalling;
}

it('is remembered by the tab after its page is gone, but not by a duplicate', async () => {
  const stored = new Storage();
  inTab(stored);
  const device = new DeviceOfTab(storedAs).take();
  const duplicate = new Storage(stored);
  expect(await recalled(duplicate)).toBeNull();
  expect(await recalled(duplicate)).toBeNull();
  vi.stubGlobal('navigator', { locks: new Locks() }); // as after a restart of the browser
  expect(await recalled(stored)).toBe(device);
});

it('is another one in a duplicate that came in, and none once it has left', async () => {
  const stored = new Storage();
  inTab(stored);
  const original = new DeviceOfTab(storedAs).take();
  const duplicate = new Storage(stored);
  expect(await recalled(duplicate)).toBeNull();
  const device = new DeviceOfTab(storedAs);
  const other = device.take();
  device.keep();
  expect([device.key, device.take(), duplicate.get(storedAs), stored.get(storedAs)]).toEqual([other, other, other, original]);
  expect(other).not.toBe(original);
  device.forget();
  expect([device.key, duplicate.size]).toEqual([null, 0]);
});

it('is taken over from a page that is being closed, also if that takes long', async () => {
  const stored = new Storage();
  inTab(stored);
  const device = new DeviceOfTab(storedAs);
  const key = device.take();
  const recalling = new DeviceOfTab(storedAs).recall();
  await vi.advanceTimersByTimeAsync(1_900);
  device.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(await recalling).toBe(key);
});

it('is not lost by a page that was too slow to go', async () => {
  const stored = new Storage();
  inTab(stored);
  const device = new DeviceOfTab(storedAs);
  const key = device.take();
  expect(await recalled(stored)).toBeNull();
  const next = new DeviceOfTab(storedAs);
  expect(next.take()).not.toBe(key);
  next.forget(); // it was refused, since the former one is still there
  device.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(await recalled(stored)).toBe(key);
  const last = new DeviceOfTab(storedAs);
  const other = last.take();
  last.keep(); // it has taken the place
  last.close();
  expect(stored.get(storedAs)).toBe(other);
});

it('is the same each time that one document comes back to it', async () => {
  const stored = new Storage([[storedAs, 'key']]);
  inTab(stored);
  for (let time = 0; time < 3; time += 1) {
    const device = new DeviceOfTab(storedAs);
    const recalling = device.recall();
    await vi.advanceTimersByTimeAsync(0);
    expect([await recalling, device.key]).toEqual(['key', 'key']);
    device.close();
    expect(device.key).toBeNull();
  }
});

it('is held by the last of several questions in one page', async () => {
  inTab(new Storage([[storedAs, 'key']]));
  const device = new DeviceOfTab(storedAs);
  const first = device.recall();
  device.close(); // as React does while one develops
  const second = device.recall();
  await vi.advanceTimersByTimeAsync(0);
  expect([await second, device.key]).toEqual(['key', 'key']);
  await first;
  expect(await recalled(new Storage([[storedAs, 'key']]))).toBeNull();
});

it.each([
  ['without locks', {}],
  ['if they are refused', { locks: { request: () => Promise.reject(new DOMException('', 'SecurityError')) } }],
])('is remembered %s, too', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  expect(await recalled(new Storage([[storedAs, 'key']]))).toBe('key');
});
