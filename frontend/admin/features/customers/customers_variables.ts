import type { CustomersSearch } from './customers_search';

const orders = { letzter: 'LAST_VISIT', naechster: 'NEXT_VISIT' } as const;

/** Returns what the search parameters ask the server for. */
export const variablesOf = ({ suche, sortierung, termin, gefehlt, unbestaetigt }: CustomersSearch) => ({
  search: suche || null,
  sort: sortierung ? orders[sortierung] : ('NAME' as const),
  filter: {
    hasComing: termin ? termin === 'ja' : null,
    hasNoShows: gefehlt ?? null,
    confirmed: unbestaetigt ? false : null,
  },
});

/** Reports whether the list is less than all customers. */
export const isNarrowed = ({ suche, termin, gefehlt, unbestaetigt }: CustomersSearch): boolean => Boolean(suche || termin || gefehlt || unbestaetigt);
