import { type Client, createClient } from 'graphql-ws';
import { backOff } from './back_off';

/** How long the server may take to accept a connection, and to answer a ping, in milliseconds. */
const longestAnswer = 10_000;

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
 * when the server is silent: after a change of the network, browsers may not notice for minutes.
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
  let answering: ReturnType<typeof setTimeout> | undefined;
  const expectAnswer = () => {
    clearTimeout(answering);
    answering = setTimeout(() => client.terminate(), longestAnswer);
  };
  const hearAnswer = () => clearTimeout(answering);
  const client = createClient({
    url,
    keepAlive: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (tries) => wait(backOff(tries)),
    on: {
      connecting: expectAnswer,
      connected() {
        hearAnswer();
        change('live');
      },
      ping: (isReceived) => !isReceived && expectAnswer(),
      pong: (isReceived) => isReceived && hearAnswer(),
      closed(event) {
        hearAnswer();
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
