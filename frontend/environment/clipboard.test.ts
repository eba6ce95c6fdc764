// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { copyText } from './clipboard';

let selected = '';

beforeEach(() => {
  selected = '';
  document.body.innerHTML = '<div><button>Copy</button></div>';
  document.querySelector('button')?.focus();
});
afterEach(() => void vi.unstubAllGlobals());

/** Replaces the clipboard, and the command that copies what is selected. */
function browserWith(clipboard: unknown, execCommand: () => boolean) {
  vi.stubGlobal('navigator', { clipboard });
  Object.assign(document, {
    execCommand() {
      selected = document.querySelector('textarea')?.value ?? '';
      return execCommand();
    },
  });
}

it('copies by the clipboard', async () => {
  const written: string[] = [];
  browserWith({ writeText: async (text: string) => void written.push(text) }, () => false);
  expect(await copyText('https://a.example')).toBe(true);
  expect(written).toEqual(['https://a.example']);
});

it.each([
  ['is missing', undefined],
  ['is denied', { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) }],
])('copies by selecting when the clipboard %s, and gives the focus back', async (_, clipboard) => {
  browserWith(clipboard, () => true);
  expect(await copyText('https://a.example')).toBe(true);
  expect(selected).toBe('https://a.example');
  expect(document.querySelector('textarea')).toBeNull();
  expect(document.activeElement).toBe(document.querySelector('button'));
});

it('reports that nothing can be copied', async () => {
  browserWith(undefined, () => false);
  expect(await copyText('https://a.example')).toBe(false);
});
