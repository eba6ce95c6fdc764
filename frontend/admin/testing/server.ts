import { vi } from 'vitest';

type Data = Record<string, unknown>;

interface Sent {
  operationName: string;
  variables: Data & { input: Data };
}

/**
 * Answers queries by their names with data, which may depend on the variables, and mutations of the page with one payload, or each with the next one.
 * Returns the mutations that it has sent.
 */
export function answerMutations(payload: Data | (() => Data), queries: Record<string, Data | ((variables: Data) => Data | Promise<Data>)> = {}): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    const { operationName, variables, query } = JSON.parse(body) as Sent & { query: string };
    const answer = queries[operationName];
    if (answer) {
      const data = typeof answer === 'function' ? await answer(variables) : answer;
      return Response.json({ data: { __typename: 'Query', ...data } });
    }
    sent.push({ operationName, variables });
    const [, field = ''] = /{\s*(\w+)/.exec(query) ?? [];
    const typeName = `${field.charAt(0).toUpperCase()}${field.slice(1)}Payload`;
    return Response.json({ data: { __typename: 'Mutation', [field]: { __typename: typeName, ...(typeof payload === 'function' ? payload() : payload) } } });
  });
  return sent;
}

/** Returns a list that fits on one page, whose rows are of a type. */
export const page = (typeName: string, nodes: readonly unknown[]) => ({
  __typename: `${typeName}Connection`,
  nodes,
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
});
