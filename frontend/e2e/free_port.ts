import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of this machine, or of another of its addresses, on which nobody listens. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const listener = createServer().listen(0, host);
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  if (address === null || typeof address === 'string') {
    throw new TypeError('The listener has no port.');
  }
  return address.port;
}

/**
 * Where a relay can listen, also when it is started again: nobody else takes ports of the address, and the port is none of those that the
 * relay hands out.
 */
export async function relayAddress(): Promise<string> {
  const host = '127.77.0.1';
  const port = await freePort(host);
  return port >= 49_160 && port <= 49_960 ? relayAddress() : `${host}:${port}`;
}
