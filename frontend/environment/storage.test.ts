import { afterEach, expect, it, vi } from 'vitest';
import { removeFromTab, store, stored, storedInTab, storeInTab } from './storage';

afterEach(() => void vi.unstubAllGlobals());

function denied(): never {
  throw new DOMException('denied', 'SecurityError');
}

it.each([
  ['throws', { getItem: denied, setItem: denied }],
  ['is full', { getItem: () => 'west', setItem: denied }],
  ['is null', null],
  ['is missing', undefined],
])('a choice lasts as long as the page if the storage %s', (name, storage) => {
  vi.stubGlobal('localStorage', storage);
  const before = name === 'is full' ? 'west' : null;
  expect(stored(name)).toBe(before);
  store(name, 'mitte');
  expect(stored(name)).toBe('mitte');
});

it('a choice lasts longer if the browser stores it', () => {
  const texts = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => texts.get(key) ?? null, setItem: (key: string, value: string) => void texts.set(key, value) });
  expect(stored('branch')).toBeNull();
  store('branch', 'mitte');
  expect(stored('branch')).toBe('mitte');
  expect([...texts]).toEqual([['branch', 'mitte']]);
});

it('stores for the tab what the browser allows, and for the page what it does not', () => {
  const texts = new Map<string, string>();
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => texts.get(key) ?? null, setItem: (key: string, value: string) => void texts.set(key, value) });
  expect(storedInTab('booking')).toBeNull();
  expect(storeInTab('booking', 'Lena')).toBe(true);
  expect(storedInTab('booking')).toBe('Lena');
  for (const [text, storage] of [['Paula', { getItem: denied, setItem: denied }], ['Nora', null]] as const) {
    vi.stubGlobal('sessionStorage', storage);
    expect([storedInTab(text), storeInTab(text, text), storedInTab(text)]).toEqual([null, false, text]);
  }
});

it('removes from the tab what it stored, wherever that is', () => {
  const texts = new Map<string, string>();
  const storage = { getItem: (key: string) => texts.get(key) ?? null, setItem: (key: string, value: string) => void texts.set(key, value), removeItem: (key: string) => void texts.delete(key) };
  for (const place of [storage, { getItem: denied, setItem: denied, removeItem: denied }, null]) {
    vi.stubGlobal('sessionStorage', place);
    storeInTab('draft', 'Lena');
    removeFromTab('draft');
    expect(storedInTab('draft')).toBeNull();
  }
});
