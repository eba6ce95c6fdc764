import { type AnyVariables, type DocumentInput, stringifyVariables } from '@urql/core';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useApi } from './api';
import { readFresh } from './read_fresh';
import { anything, type Touches } from './touches';
import { untilAnswered } from './until_answered';

interface LiveQuery<Data> {
  /** The last answer, also during a refetch, after one that failed, and while variables change; undefined before the first. */
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
  /** The changes after which the answer may be different; default: all. */
  touches?: Touches;
  /** Hides the answer to former variables until the present ones are answered; default: it stays, so that lists don't flicker. */
  hidesFormer?: boolean;
}

/** Queries the server, and refetches after changes while the component is mounted, and after failures until the server answers. */
export function useLiveQuery<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
  { pause = false, touches = anything, hidesFormer = false }: Options = {},
): LiveQuery<Data> {
  const { client, freshness } = useApi();
  const [{ data, fetching, error, operation }, read] = useQuery<Data, Variables>({
    query,
    variables,
    pause,
    requestPolicy: 'cache-and-network',
  } as Parameters<typeof useQuery<Data, Variables>>[0]);
  const retry = () => read({ requestPolicy: 'network-only' });

  const key = stringifyVariables(variables);

  // A failed refetch answers without data, or with holes in it: what was answered before stays.
  const [answered, setAnswered] = useState<{ key: string; data: Data }>();
  const isAsked = operation !== undefined && stringifyVariables(operation.variables) === key;
  if (data && !error && isAsked && answered?.data !== data) {
    setAnswered({ key, data });
  }
  const kept = error && answered?.key === key ? answered.data : undefined;
  const shown = kept ?? (hidesFormer && !isAsked ? undefined : data);

  const touched = useRef(touches);
  useEffect(() => {
    touched.current = touches;
  });
  useEffect(
    () => (pause ? undefined : freshness.add(() => void readFresh(client, freshness, query, variables), (change) => touched.current(change))),
    // Compares variables by value: they are new with every render.
    // oxlint-disable-next-line react/exhaustive-deps
    [client, freshness, key, pause, query],
  );

  const isUnreachable = !pause && error?.networkError !== undefined;
  useEffect(
    () => (isUnreachable ? untilAnswered(async () => !(await readFresh(client, freshness, query, variables)).error?.networkError) : undefined),
    // oxlint-disable-next-line react/exhaustive-deps
    [client, freshness, key, isUnreachable, query],
  );

  return { data: shown, loading: !shown && (fetching || !error), failed: Boolean(error) && !shown, retry };
}
