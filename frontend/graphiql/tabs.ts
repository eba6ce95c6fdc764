import { StorageAPI } from '@graphiql/toolkit';
import { openingVariables } from './variables';

const operations = import.meta.glob<string>('./operations/*.graphql', { query: '?raw', import: 'default', eager: true });

/** Whether GraphiQL has kept no tabs in this browser yet. */
export function isFirstVisit(): boolean {
  return new StorageAPI().get('tabState') === null;
}

/** The tabs of a first visit: one per file of operations, in the order of their names. */
export function openingTabs(now: Date): { query: string; variables: string }[] {
  const variables = openingVariables(now);
  return Object.entries(operations)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([path, query]) => {
      const name = path.slice(path.lastIndexOf('/') + 1, -'.graphql'.length);
      return { query, variables: JSON.stringify(variables[name] ?? {}, null, 2) };
    });
}
