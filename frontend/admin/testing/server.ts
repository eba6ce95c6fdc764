import { vi } from 'vitest';

interface Sent {
  operationName: string;
  variables: { input: Record<string, unknown> };
}

/** Answers queries by their names with data, and every mutation of the page with one payload. Returns the mutations that it has sent. */
export function answerMutations(payload: Record<string, unknown>, queries: Record<string, Record<string, unknown>> = {}): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    const { operationName, variables, query } = JSON.parse(body) as Sent & { query: string };
    const data = queries[operationName];
    if (data) {
      return Response.json({ data: { __typename: 'Query', ...data } });
    }
    sent.push({ operationName, variables });
    const [, field = ''] = /{\s*(\w+)/.exec(query) ?? [];
    const typeName = `${field.charAt(0).toUpperCase()}${field.slice(1)}Payload`;
    return Response.json({ data: { __typename: 'Mutation', [field]: { __typename: typeName, ...payload } } });
  });
  return sent;
}
