import { afterEach, vi } from 'vitest';

afterEach(() => void vi.unstubAllGlobals());

interface Sent {
  operationName: string;
  variables: { input: Record<string, unknown> };
}

/** Answers every mutation of the page with one payload, and returns the mutations that it has sent. */
export function answerMutations(payload: Record<string, unknown>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    const { operationName, variables } = JSON.parse(body) as Sent;
    sent.push({ operationName, variables });
    const field = operationName.charAt(0).toLowerCase() + operationName.slice(1);
    return Response.json({ data: { __typename: 'Mutation', [field]: { __typename: `${operationName}Payload`, ...payload } } });
  });
  return sent;
}
