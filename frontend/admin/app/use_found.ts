import { useDebouncedValue } from '@mantine/hooks';
import type { DocumentInput } from '@urql/core';
import { useEffect, useState } from 'react';
import { useApi } from '../api/api';

/** Debounce of the search, in milliseconds. */
const pause = 200;

/** What a search has found so far. */
interface Found<Node> {
  /** Empty while the answer to this very search is on its way. */
  nodes: readonly Node[];
  /** Whether the answer is on its way. */
  isPending: boolean;
}

const none: readonly never[] = [];

/** Searches on the server, once there is a search. It never returns what another search has found. */
export function useFound<Data, Node>(query: DocumentInput<Data, { search?: string | null }>, pick: (data: Data) => readonly Node[], search: string, isAllowed: boolean): Found<Node> {
  const { client } = useApi();
  const [found, setFound] = useState<{ search: string; nodes: readonly Node[] }>();
  const [sought] = useDebouncedValue(search, pause);
  const isWanted = isAllowed && search !== '';

  useEffect(() => {
    if (!isWanted || sought === '') {
      return undefined;
    }
    let isLate = false;
    void client
      .query(query, { search: sought }, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data }) => !isLate && setFound({ search: sought, nodes: data ? pick(data) : [] }));
    return () => {
      isLate = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, query, sought, isWanted]);

  const isAnswer = found?.search === search;
  return { nodes: isWanted && isAnswer ? found.nodes : none, isPending: isWanted && !isAnswer };
}
