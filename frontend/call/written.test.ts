import { expect, it } from 'vitest';
import { largestPhoto, longestText, PhotoReader, readPiece } from './written';

const photo = { type: 'photo', id: 'a', format: 'image/jpeg', size: 5 } as const;

it.each([
  { type: 'text', id: 'a', text: '<script>alert(1)</script>' },
  { type: 'got', id: 'a' },
  photo,
  { type: 'media', camera: true, microphone: false, screen: false },
])('reads $type', (piece) => {
  expect(readPiece(JSON.stringify(piece))).toEqual(piece);
});

it.each([
  ['no JSON', '<b>'],
  ['nothing', 'null'],
  ['another kind', JSON.stringify({ type: 'page', id: 'a' })],
  ['a text without an ID', JSON.stringify({ type: 'text', text: 'a' })],
  ['a text that is too long', JSON.stringify({ type: 'text', id: 'a', text: 'x'.repeat(longestText + 1) })],
  ['a picture that runs scripts', JSON.stringify({ ...photo, format: 'image/svg+xml' })],
  ['a page as a photo', JSON.stringify({ ...photo, format: 'text/html' })],
  ['a photo that is too large', JSON.stringify({ ...photo, size: largestPhoto + 1 })],
  ['a photo of nothing', JSON.stringify({ ...photo, size: 0 })],
])('takes no %s', (_, text) => {
  expect(readPiece(text)).toBeUndefined();
});

it('puts a photo together, and says how much of it is there', async () => {
  const reader = new PhotoReader();
  reader.begin(photo);
  expect(reader.take(new Uint8Array([1, 2, 3]).buffer)).toEqual({ id: 'a', progress: 0.6, whole: undefined });
  const taken = reader.take(new Uint8Array([4, 5]).buffer);
  expect([taken?.progress, taken?.whole?.type]).toEqual([1, 'image/jpeg']);
  expect([...new Uint8Array(await taken!.whole!.arrayBuffer())]).toEqual([1, 2, 3, 4, 5]);
  expect(reader.take(new Uint8Array([6]).buffer)).toBeUndefined();
});

it('takes no more bytes than were announced', () => {
  const reader = new PhotoReader();
  expect(reader.take(new ArrayBuffer(1))).toBeUndefined();
  reader.begin(photo);
  expect(reader.take(new ArrayBuffer(6))).toBeUndefined();
  expect(reader.take(new ArrayBuffer(5))).toBeUndefined();
});
