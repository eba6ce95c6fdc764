import { type Client, createClient } from 'graphql-ws';
import { backOff } from './back_off';
import { untilSilent } from './silent_server';

/** How long the server may be silent after it was asked, in milliseconds. */
const patience = 10_000;

/** The state of the live connection. */
export type Connection = 'connecting' | 'live' | 'lost';

/** The WebSocket of a tab. */
export interface Socket {
  client: Client;
  connection(): Connection;
  /** Calls the listener after each change of the connection. The returned function removes it. */
  onConnection(listener: () => void): () => void;
}

/**
 * Opens the socket with the first subscription, closes it after the last, and retries when the connection is lost. It also counts as lost
 * when the server is silent.
 *
 * Not event streams: over HTTP/1.1 the seventh tab of a browser would wait forever.
 */
export function openSocket(url: string): Socket {
  let now: Connection = 'connecting';
  const listeners = new Set<() => void>();
  const change = (next: Connection) => {
    if (next !== now) {
      now = next;
      listeners.forEach((listener) => listener());
    }
  };
  const silence = untilSilent(patience, () => client.terminate());
  const client = createClient({
    url,
    keepAlive: patience,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (tries) => wait(backOff(tries)),
    on: {
      ...silence,
      connected: () => change('live'),
      closed(event) {
        silence.closed();
        change(event instanceof CloseEvent && event.code === 1000 ? 'connecting' : 'lost');
      },
    },
  });
  return {
    client,
    connection: () => now,
    onConnection(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
