import { now } from '../environment/clock';
import { currentEntry, replaceEntry } from './history_entry';

/** Chooses the day of a link such as ?from=2026-12-24, unless the page was loaded again; loaded if there is one. */
export function wish(search: URLSearchParams): void {
  const day = search.get('from') ?? '';
  if (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && !currentEntry()?.kept) {
    replaceEntry({ kept: { revision: now(), day } }); // newer than what the tab has kept of an earlier booking
  }
}
