import { type Client, type DocumentInput, stringifyVariables } from '@urql/core';
import { useEffect, useRef, useState } from 'react';
import { type Api, useApi } from './api';
import { readFresh } from './read_fresh';
import { anything, type Touches } from './touches';
import { untilAnswered } from './until_answered';

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
  /** The changes after which the answer may be different; default: all. */
  touches?: Touches;
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

/** A page with the variables that it was read with. */
interface Read<Variables, Node> {
  variables: Variables & { after: string | null };
  page: Connection<Node>;
}

/** The pages, or that one could not be read: whether because the server did not answer. */
type Answered<Variables, Node> = { pages: Read<Variables, Node>[] } | { pages: undefined; isUnreachable: boolean };

/** Reads so many pages of a list from the server. */
async function read<Data, Variables extends object, Node>(
  { client, freshness }: Pick<Api, 'client' | 'freshness'>,
  query: PagedQuery<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node>,
  count: number,
): Promise<Answered<Variables, Node>> {
  const pages: Read<Variables, Node>[] = [];
  let after: string | null = null;
  while (pages.length < count) {
    const wanted = { ...variables, after };
    const { data, error } = await readFresh(client, freshness, query, wanted);
    if (!data) {
      return { pages: undefined, isUnreachable: error?.networkError !== undefined };
    }
    const page = pick(data);
    pages.push({ variables: wanted, page });
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) {
      break;
    }
  }
  return { pages };
}

const joined = <Node>(pages: readonly { page: Connection<Node> }[]): List<Node> => ({
  nodes: pages.flatMap(({ page }) => page.nodes),
  hasMore: pages.at(-1)?.page.pageInfo.hasNextPage === true,
});

/** Reads all pages of a list from the server; undefined if one cannot be read. */
export async function readPages<Data, Variables extends object, Node>(
  api: Pick<Api, 'client' | 'freshness'>,
  query: PagedQuery<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node>,
): Promise<List<Node> | undefined> {
  const { pages } = await read(api, query, variables, pick, everyPage);
  return pages && joined(pages);
}

/** Calls `show` with the pages whenever the cache changes what they show. The returned function ends that. */
function follow<Data, Variables extends object, Node>(
  client: Client,
  query: PagedQuery<Data, Variables>,
  pages: Read<Variables, Node>[],
  pick: (data: Data) => Connection<Node>,
  show: () => void,
): () => void {
  const followed = pages.map((one) =>
    client.query(query, one.variables, { requestPolicy: 'cache-first' }).subscribe(({ data }) => {
      if (data) {
        one.page = pick(data);
        show();
      }
    }),
  );
  return () => followed.forEach(({ unsubscribe }) => unsubscribe());
}

/**
 * Reads a list page by page and keeps all that is shown fresh: so many pages at first, and one more each time that
 * `more` is called. `pick` finds the list in an answer.
 */
export function usePagedQuery<Data, Variables extends object, Node>(
  query: PagedQuery<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node>,
  { pages = 1, pause = false, touches = anything }: Options = {},
) {
  const { client, freshness } = useApi();
  const key = stringifyVariables(variables);
  const [wanted, setWanted] = useState({ key, pages });
  const [known, setKnown] = useState<Known<Node>>({ key, list: undefined, failed: false });
  const count = wanted.key === key ? wanted.pages : pages;
  const reader = useRef<() => void>(() => undefined);
  const touched = useRef(touches);
  useEffect(() => {
    touched.current = touches;
  });

  useEffect(() => {
    if (pause) {
      return undefined;
    }
    let newest = 0;
    let leavePages: () => void = () => undefined;
    let stopAsking: () => void = () => undefined;
    /** Resolves to whether the server has answered, or another turn asks by now. */
    async function reread(): Promise<boolean> {
      newest += 1;
      const turn = newest;
      const answer = await read({ client, freshness }, query, variables, pick, count);
      if (turn !== newest) {
        return true;
      }
      const answered = answer.pages;
      setKnown((before) => (answered ? { key, list: joined(answered), failed: false } : { key, list: before.key === key ? before.list : undefined, failed: true }));
      if (answered) {
        leavePages();
        leavePages = follow(client, query, answered, pick, () => setKnown({ key, list: joined(answered), failed: false }));
        return true;
      }
      return answer.pages !== undefined || !answer.isUnreachable;
    }
    async function begin() {
      stopAsking();
      const turns = newest + 1;
      const isAnswered = await reread();
      if (!isAnswered && newest === turns) {
        stopAsking = untilAnswered(reread);
      }
    }
    reader.current = () => void begin();
    void begin();
    const leave = freshness.add(() => void begin(), (change) => touched.current(change));
    return () => {
      newest += 1; // discard pending answers
      leave();
      stopAsking();
      leavePages();
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
