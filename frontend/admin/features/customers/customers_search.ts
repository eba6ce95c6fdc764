/** Search parameters of the list of customers: search, order and filters. */
export interface CustomersSearch {
  suche?: string | undefined;
  sortierung?: 'letzter' | 'naechster' | undefined;
  /** Whether an appointment is coming. */
  termin?: 'ja' | 'nein' | undefined;
  /** Customers who have missed an appointment only. */
  gefehlt?: true | undefined;
  unbestaetigt?: true | undefined;
}

/** Parses the search parameters, dropping invalid ones. */
export const readCustomersSearch = ({ suche, sortierung, termin, gefehlt, unbestaetigt }: Record<string, unknown>): CustomersSearch => ({
  ...(typeof suche === 'string' && { suche }),
  ...((sortierung === 'letzter' || sortierung === 'naechster') && { sortierung }),
  ...((termin === 'ja' || termin === 'nein') && { termin }),
  ...(gefehlt === true && { gefehlt }),
  ...(unbestaetigt === true && { unbestaetigt }),
});
