import { StorageAPI } from '@graphiql/toolkit';
import { openingVariables } from './variables';

const operations = import.meta.glob<string>('./operations/*.graphql', { query: '?raw', import: 'default', eager: true });

/** Reports whether GraphiQL has no stored tabs in this browser. */
export function isFirstVisit(): boolean {
  return new StorageAPI().get('tabState') === null;
}

/** Returns the tabs of a first visit: one per operations file, sorted by name. */
export function openingTabs(now: Date): { query: string; variables: string }[] {
  const variables = openingVariables(now);
  return Object.entries(operations)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([path, query]) => {
      const name = path.slice(path.lastIndexOf('/') + 1, -'.graphql'.length);
      return { query, variables: JSON.stringify(variables[name] ?? {}, null, 2) };
    });
}
