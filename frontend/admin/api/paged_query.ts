import { type DocumentInput, stringifyVariables } from '@urql/core';
import { useEffect, useRef, useState } from 'react';
import { useApi } from './api';

/** One page of a connection. */
interface Connection<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The pages loaded so far. */
interface List<Node> {
  nodes: readonly Node[];
  hasMore: boolean;
}

interface Known<Node> {
  /** The variables for which the list was loaded. */
  key: string;
  list: List<Node> | undefined;
  failed: boolean;
}

/**
 * Reads a list page by page and keeps all that is shown fresh: so many pages at first, and one more each time that
 * `more` is called. `pick` finds the list in an answer.
 */
export function usePagedQuery<Data, Variables extends object, Node>(
  query: DocumentInput<Data, Variables & { after?: string | null }>,
  variables: Variables,
  pick: (data: Data) => Connection<Node>,
  pages = 1,
) {
  const { client, freshness } = useApi();
  const key = stringifyVariables(variables);
  const [wanted, setWanted] = useState({ key, pages });
  const [known, setKnown] = useState<Known<Node>>({ key, list: undefined, failed: false });
  const count = wanted.key === key ? wanted.pages : pages;
  const reader = useRef<() => void>(() => undefined);

  useEffect(() => {
    let newest = 0;
    async function read() {
      newest += 1;
      const turn = newest;
      const list = await readPages();
      if (turn === newest) {
        setKnown((before) => (list ? { key, list, failed: false } : { key, list: before.key === key ? before.list : undefined, failed: true }));
      }
    }
    async function readPages(): Promise<List<Node> | undefined> {
      const nodes: Node[] = [];
      let after: string | null = null;
      for (let page = 0; page < count; page += 1) {
        const { data } = await client.query(query, { ...variables, after }, { requestPolicy: 'network-only' }).toPromise();
        if (!data) {
          return undefined;
        }
        const { nodes: more, pageInfo } = pick(data);
        nodes.push(...more);
        after = pageInfo.endCursor;
        if (!pageInfo.hasNextPage) {
          return { nodes, hasMore: false };
        }
      }
      return { nodes, hasMore: true };
    }
    reader.current = () => void read();
    void read();
    const leave = freshness.add(() => void read());
    return () => {
      newest += 1; // discard pending answers
      leave();
    };
    // Compares variables by value: they are new with every render, as is `pick`.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, count, freshness, key, query]);

  const isKnown = known.key === key;
  return {
    data: isKnown ? known.list : undefined,
    failed: isKnown && known.failed && !known.list,
    retry: () => reader.current(),
    more: () => setWanted({ key, pages: count + 1 }),
  };
}
