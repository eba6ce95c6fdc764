import { type Client, createClient } from 'graphql-ws';

/**
 * Returns a client for subscriptions. The socket is open only while one runs, so that each starts with the current session.
 *
 * An error that ends a subscription becomes its last result: GraphiQL would show an error, too, but leave a rejected promise.
 */
export function createSocketClient(url: string): Client {
  const client = createClient({ url });
  return {
    ...client,
    subscribe: (payload, sink) =>
      client.subscribe(payload, {
        ...sink,
        error(cause) {
          sink.next({ errors: Array.isArray(cause) ? cause : [{ message: messageOf(cause) }] });
          sink.complete();
        },
      }),
  };
}

function messageOf(cause: unknown): string {
  return cause instanceof CloseEvent ? `The socket was closed with ${cause.code} ${cause.reason}.` : String(cause);
}
