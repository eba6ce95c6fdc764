import { type Client, type DocumentInput, stringifyVariables } from '@urql/core';
import { useEffect, useRef, useState } from 'react';
import { useApi } from './api';

/** One page of a connection. */
interface Connection<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The pages loaded so far. */
export interface List<Node> {
  nodes: readonly Node[];
  hasMore: boolean;
}

interface Options {
  /** The number of pages at first. */
  pages?: number;
  /** Sends no query while true. */
  pause?: boolean;
}

interface Known<Node> {
  /** The variables for which the list was loaded. */
  key: string;
  list: List<Node> | undefined;
  failed: boolean;
}

type PagedQuery<Data, Variables> = DocumentInput<Data, Variables & { after?: string | null }>;

/** The number of pages of a list that is shown as a whole, such as the staff of one branch. */
export const everyPage = Infinity;

/** Reads so many pages of a list from the server; undefined if one cannot be read. */
export async function readPages<Data, Variables extends object, Node>(
  client: Client,
  query: PagedQuery<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node>,
  count = everyPage,
): Promise<List<Node> | undefined> {
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

/**
 * Reads a list page by page and keeps all that is shown fresh: so many pages at first, and one more each time that
 * `more` is called. `pick` finds the list in an answer.
 */
export function usePagedQuery<Data, Variables extends object, Node>(
  query: PagedQuery<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node>,
  { pages = 1, pause = false }: Options = {},
) {
  const { client, freshness } = useApi();
  const key = stringifyVariables(variables);
  const [wanted, setWanted] = useState({ key, pages });
  const [known, setKnown] = useState<Known<Node>>({ key, list: undefined, failed: false });
  const count = wanted.key === key ? wanted.pages : pages;
  const reader = useRef<() => void>(() => undefined);

  useEffect(() => {
    if (pause) {
      return undefined;
    }
    let newest = 0;
    async function read() {
      newest += 1;
      const turn = newest;
      const list = await readPages(client, query, variables, pick, count);
      if (turn === newest) {
        setKnown((before) => (list ? { key, list, failed: false } : { key, list: before.key === key ? before.list : undefined, failed: true }));
      }
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
  }, [client, count, freshness, key, pause, query]);

  const isKnown = known.key === key;
  return {
    data: isKnown ? known.list : undefined,
    failed: isKnown && known.failed && !known.list,
    retry: () => reader.current(),
    more: () => setWanted({ key, pages: count + 1 }),
  };
}
