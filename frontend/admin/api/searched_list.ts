import { useDebouncedValue } from '@mantine/hooks';
import type { DocumentInput } from '@urql/core';
import { useState } from 'react';
import { useLiveQuery } from './live_query';

/** The first page of a connection. */
interface Page<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean };
}

/** Debounce of the search, in milliseconds. */
const pause = 250;

/** A list to choose from: all of a short one, or what a search finds in a long one. */
export interface SearchedList<Node> {
  /** The first page without a search; undefined before the first answer. */
  all: readonly Node[] | undefined;
  /** Undefined before the first answer. */
  nodes: readonly Node[] | undefined;
  /** Whether all fit on the first page, so that nobody has to search. */
  isShort: boolean;
  /** Whether there are more than `nodes`. */
  hasMore: boolean;
  search: string;
  setSearch(search: string): void;
  failed: boolean;
  retry(): void;
}

/** Reads the first page of a list and, while there is a search, the first page of what it finds. */
export function useSearchedList<Data, Variables extends object, Node>(
  query: DocumentInput<Data, Variables & { search?: string | null }>,
  variables: Variables,
  pick: (data: Data) => Page<Node>,
  options: { pause?: boolean } = {},
): SearchedList<Node> {
  const [search, setSearch] = useState('');
  const [sought] = useDebouncedValue(search.trim(), pause);
  const all = useLiveQuery(query, { ...variables, search: null }, options);
  const first = all.data && pick(all.data);
  const isSearching = sought !== '' && search.trim() !== '' && first?.pageInfo.hasNextPage !== false; // of a short list, all is there
  const found = useLiveQuery(query, { ...variables, search: sought }, { pause: options.pause === true || !isSearching });
  const shown = isSearching ? found.data && pick(found.data) : first;
  return {
    all: first?.nodes,
    nodes: shown?.nodes,
    isShort: first?.pageInfo.hasNextPage === false,
    hasMore: shown?.pageInfo.hasNextPage === true,
    search,
    setSearch,
    failed: all.failed,
    retry: all.retry,
  };
}
