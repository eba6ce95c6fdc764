import type { AnyVariables, Client, DocumentInput, OperationContext, OperationResult } from '@urql/core';
import type { Freshness } from './freshness';

declare module '@urql/core' {
  interface OperationContext {
    /** The round of refetches in which the request was sent. */
    round?: number;
  }
}

/** Whether the request of an answer was sent in this round or later. */
const isFresh = (context: OperationContext, round: number) => (context.round ?? -1) >= round;

/**
 * Queries the server for what is true now. The client answers equal queries by one request, also by one that was sent
 * before the change after which this refetches: such an answer is not taken.
 */
export async function readFresh<Data, Variables extends AnyVariables>(
  client: Client,
  { round }: Freshness,
  query: DocumentInput<Data, Variables>,
  variables: Variables,
): Promise<OperationResult<Data, Variables>> {
  for (;;) {
    const result = await client.query(query, variables, { requestPolicy: 'network-only', round }).toPromise();
    if (isFresh(result.operation.context, round)) {
      return result;
    }
  }
}
