import { type Client, createClient } from 'graphql-ws';

/** Whether live changes arrive. */
export type Connection = 'connecting' | 'live' | 'lost';

/** The one socket of a tab. */
export interface Socket {
  client: Client;
  connection(): Connection;
  /** Calls back after each change of the connection, until the returned function is called. */
  onConnection(listener: () => void): () => void;
}

const longestWait = 8_000;

/**
 * Opens the socket with the first subscription, closes it after the last, and goes on trying when it is lost.
 *
 * Event streams would do as well but for HTTP/1.1: there the seventh tab of a browser waits for ever.
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
  const client = createClient({
    url,
    keepAlive: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (tries) => wait(Math.min(longestWait, 250 * 2 ** tries) * (0.7 + Math.random() * 0.6)),
    on: {
      connected: () => change('live'),
      closed: (event) => change(event instanceof CloseEvent && event.code === 1000 ? 'connecting' : 'lost'),
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
