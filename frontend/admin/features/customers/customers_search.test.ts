import { expect, test } from 'vitest';
import { readCustomersSearch } from './customers_search';
import { isNarrowed, variablesOf } from './customers_variables';

test('the address of the page holds order and filters', () => {
  const search = readCustomersSearch({ suche: 'lena', sortierung: 'letzter', termin: 'nein', gefehlt: true, unbestaetigt: true });
  expect(variablesOf(search)).toEqual({ search: 'lena', sort: 'LAST_VISIT', filter: { hasComing: false, hasNoShows: true, confirmed: false } });
  expect(isNarrowed(search)).toBe(true);
});

test('what is invalid does not count', () => {
  const search = readCustomersSearch({ suche: 3, sortierung: 'x', termin: 'vielleicht', gefehlt: 'ja', unbestaetigt: false });
  expect(search).toEqual({});
  expect(variablesOf(search)).toEqual({ search: null, sort: 'NAME', filter: { hasComing: null, hasNoShows: null, confirmed: null } });
  expect(isNarrowed({ sortierung: 'letzter' })).toBe(false);
});
