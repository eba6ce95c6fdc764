import { type Client, createClient } from 'graphql-ws';
import { untilSilent } from '../../api/silent_server';

/** How long the server may be silent after it was asked, in milliseconds. */
const patience = 4_000;

const firstPause = 300;
const longestPause = 3_000;

/** The connection by which a room is followed. */
export interface RoomSocket {
  client: Client;
  /** Connects anew at once: the network may be another. */
  hurry(): void;
}

/** Opens a WebSocket of a room. It notices sooner than that of the branch when it is cut, and is back sooner: a call waits for it. */
export function openRoomSocket(url: string, onLost: () => void): RoomSocket {
  let wake: (() => void) | undefined;
  const silence = untilSilent(patience, () => client.terminate());
  const client = createClient({
    url,
    keepAlive: patience,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (tries) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, Math.min(longestPause, firstPause * 2 ** tries));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    on: {
      ...silence,
      closed() {
        silence.closed();
        onLost();
      },
    },
  });
  return {
    client,
    hurry() {
      client.terminate();
      wake?.();
    },
  };
}
