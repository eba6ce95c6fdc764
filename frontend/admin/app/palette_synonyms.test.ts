import { expect, it } from 'vitest';
import { groupsOf } from './navigation';
import { nameIn, pageSynonyms } from './palette_synonyms';

it.each([
  ['Nora Albrecht', 'Nora Albrecht'],
  ['Termin für Nora', 'Nora'],
  ['urlaub ben', 'ben'],
  ['Krank: Ben', 'Ben'],
  ['holiday for Ben', 'Ben'],
  ['neuer Termin', 'neuer Termin'], // a customer may have such a name
  ['  ', ''],
])('"%s" names %o', (search, name) => {
  expect(nameIn(search)).toBe(name);
});

const pathsOf = (role: 'OWNER' | 'MEMBER') =>
  groupsOf({ me: { role } } as Parameters<typeof groupsOf>[0]).flatMap(({ entries }) => entries.map(({ to }) => to));

it('every page of the sidebar is found by other words', () => {
  const paths = new Set([...pathsOf('OWNER'), ...pathsOf('MEMBER')]);
  expect(Object.keys(pageSynonyms).toSorted()).toEqual([...paths].toSorted());
});
