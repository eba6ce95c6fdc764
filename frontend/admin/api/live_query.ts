import { type AnyVariables, type DocumentInput, stringifyVariables } from '@urql/core';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useApi } from './api';
import { readFresh } from './read_fresh';

interface LiveQuery<Data> {
  /** The last answer, also during a refetch; undefined before the first. */
  data: Data | undefined;
  /** Whether the first answer is pending. */
  loading: boolean;
  /** Whether the query failed and there is no earlier answer. */
  failed: boolean;
  /** Refetches the query. */
  retry(): void;
}

interface Options {
  /** Sends no query while true. */
  pause?: boolean;
}

/** Queries the server, and refetches after changes while the component is mounted. */
export function useLiveQuery<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
  { pause = false }: Options = {},
): LiveQuery<Data> {
  const { client, freshness } = useApi();
  const [{ data, fetching, error }, read] = useQuery<Data, Variables>({
    query,
    variables,
    pause,
    requestPolicy: 'cache-and-network',
  } as Parameters<typeof useQuery<Data, Variables>>[0]);
  const retry = () => read({ requestPolicy: 'network-only' });

  const key = stringifyVariables(variables);

  useEffect(
    () => (pause ? undefined : freshness.add(() => void readFresh(client, freshness, query, variables))),
    // Compares variables by value: they are new with every render.
    // oxlint-disable-next-line react/exhaustive-deps
    [client, freshness, key, pause, query],
  );

  return { data, loading: !data && (fetching || !error), failed: Boolean(error) && !data, retry };
}
