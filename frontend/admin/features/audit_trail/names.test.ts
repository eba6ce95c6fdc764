import { expect, it } from 'vitest';
import { pageOf, subjectName, withNames } from './names';

const names = [
  { id: 'svc_cut-1.a', name: 'Haarschnitt' },
  { id: 'stf_ben', name: 'Ben' },
];
const entry = (subjectId: string, state: string | null = null) => ({ subjectId, before: state, after: null, names });

it.each([
  ['svc_cut-1.a', 'Haarschnitt'],
  ['["svc_cut-1.a","stf_ben"]', '["Haarschnitt","Ben"]'],
  ['svc_gone', 'svc_gone'],
  ['staff_id', 'staff_id'],
])('%s is written as %s', (text, written) => {
  expect(withNames(text, names)).toBe(written);
});

it('an entry is about what has the name now, or had it when it was recorded', () => {
  expect(subjectName(entry('stf_ben', '{"display_name":"Benni"}'))).toBe('Ben');
  expect(subjectName(entry('stf_gone', '{"display_name":"Carla","name":""}'))).toBe('Carla');
  expect(subjectName(entry('cat_gone', '{"name":"Bart"}'))).toBe('Bart');
  expect(subjectName(entry('mal_a'))).toBe('');
});

it('people who still exist have a page', () => {
  expect(pageOf(entry('stf_ben'))).toBe('/mitarbeiter/stf_ben/allgemein');
  expect(pageOf(entry('stf_gone'))).toBeUndefined();
  expect(pageOf(entry('svc_cut-1.a'))).toBeUndefined();
});
