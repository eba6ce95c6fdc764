import { expect, test } from 'vitest';
import { store, storeInTab } from '../../environment/storage';
import { readDraft, removeDraft, writeDraft } from './stored_draft';

const saved = { name: '', days: [] as string[], end: null as string | null, price: 0 as number | string };
const draftOf = (value: unknown) => ({ id: 'key', value, before: saved, version: 1 });

test.each([
  ['the same form', { name: 'Bart', days: ['MONDAY'], end: '2026-12-24', price: '' }, true],
  ['a field less', { name: 'Bart', days: [], end: null }, false],
  ['a field more', { ...saved, color: 'red' }, false],
  ['another kind of field', { ...saved, days: 'MONDAY' }, false],
  ['an object in place of a text', { ...saved, name: {} }, false],
  ['no form at all', 'Bart', false],
])('a draft with %s as what is saved', (_, value, isRead) => {
  writeDraft('draft', draftOf(value));
  expect(readDraft('draft', saved)?.value).toEqual(isRead ? value : undefined);
});

test('what is no draft is none', () => {
  expect(readDraft('draft', saved)).toBeUndefined();
  storeInTab('draft', '{');
  expect(readDraft('draft', saved)).toBeUndefined();
  writeDraft('draft', draftOf(saved));
  removeDraft('draft');
  expect(readDraft('draft', saved)).toBeUndefined();
  store('draft', JSON.stringify(draftOf(saved))); // not that of this tab
  expect(readDraft('draft', saved)).toBeUndefined();
});
