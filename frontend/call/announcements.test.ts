import { expect, it } from 'vitest';
import { type Said, withText } from './announcements';

it('says texts that come at once, and equal ones, each as one of its own', () => {
  const said = ['Verbunden.', 'Anna: ja', 'Anna: ja'].reduce<readonly Said[]>(withText, []);
  expect(said).toEqual([{ key: 1, text: 'Verbunden.' }, { key: 2, text: 'Anna: ja' }, { key: 3, text: 'Anna: ja' }]);
});

it('forgets the oldest', () => {
  const said = ['a', 'b', 'c', 'd', 'e', 'f'].reduce<readonly Said[]>(withText, []);
  expect(said.map(({ key, text }) => `${key}${text}`)).toEqual(['3c', '4d', '5e', '6f']);
});
