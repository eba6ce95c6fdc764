import { type Client, createClient } from 'graphql-ws';

/**
 * Runs subscriptions. The socket is open for as long as one runs, so that each begins as whoever is signed in then.
 *
 * What ends one is told as its last answer: told as an error, GraphiQL would show it, too, but leave a rejected promise behind.
 */
export function createSocketClient(url: string): Client {
  const client = createClient({ url });
  return {
    ...client,
    subscribe: (payload, sink) =>
      client.subscribe(payload, {
        ...sink,
        error(cause) {
          sink.next({ errors: Array.isArray(cause) ? cause : [{ message: sentence(cause) }] });
          sink.complete();
        },
      }),
  };
}

function sentence(cause: unknown): string {
  return cause instanceof CloseEvent ? `The socket was closed by ${cause.code} ${cause.reason}.` : String(cause);
}
