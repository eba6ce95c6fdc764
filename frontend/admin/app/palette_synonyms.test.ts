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

it('every page of the sidebar is found by other words', () => {
  const session = { me: { role: 'OWNER' } } as Parameters<typeof groupsOf>[0];
  const paths = groupsOf(session).flatMap(({ entries }) => entries.map(({ to }) => to));
  expect(Object.keys(pageSynonyms).toSorted()).toEqual(paths.toSorted());
});
