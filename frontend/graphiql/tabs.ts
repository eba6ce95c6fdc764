import { StorageAPI } from '@graphiql/toolkit';
import { openingVariables } from './variables';

const operations = import.meta.glob<string>('./operations/*.graphql', { query: '?raw', import: 'default', eager: true });

/** What the editors show first. */
export interface Opening {
  initialQuery?: string;
  initialVariables?: string;
}

interface StoredTabs {
  activeTabIndex: number;
  tabs: { query: string | null; variables: string | null }[];
}

/**
 * Returns what the editors show first. On a first visit those are the variables of the first tab, which GraphiQL drops. Later it is the tab
 * that was open: GraphiQL stores the editors by themselves, each a while after a change, and opens an extra tab for what is in no tab.
 */
export function openingEditors([first]: readonly { variables: string }[]): Opening {
  try {
    const { tabs, activeTabIndex } = JSON.parse(new StorageAPI().get('tabState') ?? '') as StoredTabs;
    const { query, variables } = tabs[activeTabIndex]!;
    return { initialQuery: query ?? '', initialVariables: variables ?? '' };
  } catch {
    return first ? { initialVariables: first.variables } : {}; // nothing of use is stored
  }
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
