import { branchId } from './hold';

/** What both graphql-ws and graphql-sse can do. */
export interface Client {
  subscribe(request: { query: string; variables: Record<string, unknown> }, sink: Sink): () => void;
}

interface Sink {
  next(result: { data?: unknown }): void;
  error(cause: unknown): void;
  complete(): void;
}

export const changesSubscription = `subscription ($branchId: ID!, $after: ID) {
  scheduleChanged(branchId: $branchId, after: $after) { id branchId } }`;

/** A place that the feed does not know: it answers at once, with the ID of the newest change. */
export const unknownPlace = 'chg_demo-mitte.4711';

/** The changes that a reader has got, and how the reading ended, if it has. */
export interface Reading {
  ids: string[];
  failures: unknown[];
  completed: boolean;
  stop(): void;
}

/** Reads the changes of the branch. The client sends the variables anew whenever it reconnects, so it goes on behind the last change. */
export function read(client: Client, after: string): Reading {
  const variables = { branchId, after };
  const reading: Reading = { ids: [], failures: [], completed: false, stop: () => {} };
  reading.stop = client.subscribe(
    { query: changesSubscription, variables },
    {
      next({ data }) {
        const { scheduleChanged } = data as { scheduleChanged: { id: string } };
        variables.after = scheduleChanged.id;
        reading.ids.push(scheduleChanged.id);
      },
      error: (cause) => reading.failures.push(cause),
      complete: () => {
        reading.completed = true;
      },
    },
  );
  return reading;
}
