import type { AnyVariables, DocumentInput } from '@urql/core';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useApi } from './api';

interface LiveQuery<Data> {
  /** What is known so far; while it is read anew, the last answer. */
  data: Data | undefined;
  /** Whether nothing is known yet and the answer is on its way. */
  loading: boolean;
  /** Whether the last try has failed. */
  failed: boolean;
  /** Reads it anew. */
  retry(): void;
}

interface Options {
  /** Asks nothing while true. */
  pause?: boolean;
}

/** Reads something and keeps it fresh for as long as it is shown. */
export function useLiveQuery<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
  { pause = false }: Options = {},
): LiveQuery<Data> {
  const { freshness } = useApi();
  const [{ data, fetching, error }, read] = useQuery<Data, Variables>({
    query,
    variables,
    pause,
    requestPolicy: 'cache-and-network',
  } as Parameters<typeof useQuery<Data, Variables>>[0]);
  const retry = () => read({ requestPolicy: 'network-only' });

  useEffect(() => (pause ? undefined : freshness.add(() => read({ requestPolicy: 'network-only' }))), [freshness, pause, read]);

  return { data, loading: !data && (fetching || !error), failed: Boolean(error) && !data, retry };
}
