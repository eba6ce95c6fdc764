import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const binary = process.env['VISAVIS_BINARY'] ?? join(import.meta.dirname, '../../bin/visavis');
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VISAVIS_')));

export interface Server {
  /** Such as http://127.0.0.1:8080, without a slash at the end. */
  origin: string;
  /** Asks it to end, and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built server with the demo salon in a database of its own, and waits until it is ready. */
export async function startServer(): Promise<Server> {
  const address = `127.0.0.1:${await freePort()}`;
  const origin = `http://${address}`;
  const folder = await mkdtemp(join(tmpdir(), 'visavis-e2e-'));
  const child = spawn(binary, {
    env: {
      ...environment,
      VISAVIS_ADDR: address,
      VISAVIS_DATABASE_URL: `sqlite:${join(folder, 'visavis.db')}`,
      VISAVIS_DEMO: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause) => reject(new Error('The server cannot start; build it first.', { cause })));
    child.once('exit', resolve);
  });
  async function stop() {
    child.kill();
    const code = await ended;
    await rm(folder, { recursive: true });
    return code;
  }
  try {
    await Promise.race([untilReady(child, origin), ended]);
    if (child.exitCode !== null) {
      throw new Error(`The server ended with ${child.exitCode}.`);
    }
  } catch (error) {
    await stop();
    throw new Error(`The server said: ${log}`, { cause: error });
  }
  return { origin, stop };
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  if (address === null || typeof address === 'string') {
    throw new TypeError('The listener has no port.');
  }
  return address.port;
}

/** Waits until the server has printed its address, and then answers that it is ready. */
async function untilReady(child: ChildProcess, origin: string): Promise<void> {
  const lines = createInterface(child.stdout!);
  for await (const [line] of on(lines, 'line', { signal: AbortSignal.timeout(30_000), close: ['close'] })) {
    if (String(line).includes(`${origin}/graphiql`)) {
      break;
    }
  }
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await pause(100);
  }
  throw new Error('The server printed its address but did not get ready.');
}
