import { type ChildProcess, spawn } from 'node:child_process';
import { on } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free_port';

const ordinary = process.env['VISAVIS_BINARY'] ?? join(import.meta.dirname, '../../bin/visavis');

/** A server whose clock is ahead by the variable VISAVIS_CLOCK_AHEAD, such as 36h; else it is the same. */
export const movedClock = join(import.meta.dirname, '../../bin/visavis-movedclock');

const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VISAVIS_')));

export interface Server {
  /** Such as http://127.0.0.1:8080, without a slash at the end. */
  origin: string;
  /** Asks it to end, gives its exit code, and starts it again, with other variables if need be: the same database at the same address. */
  restart(others?: Record<string, string>): Promise<number | null>;
  /** Asks it to end, and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built server with the demo salon in a database of its own, and with what variables say; waits until it is ready. */
export async function startServer(variables: Record<string, string> = {}, binary = ordinary): Promise<Server> {
  const address = `127.0.0.1:${await freePort()}`;
  const folder = await mkdtemp(join(tmpdir(), 'visavis-e2e-'));
  let end = await launch(binary, address, folder, variables).catch(async (error: unknown) => {
    await rm(folder, { recursive: true });
    throw error;
  });
  return {
    origin: `http://${address}`,
    async restart(others = {}) {
      const code = await end();
      end = await launch(binary, address, folder, { ...variables, ...others });
      return code;
    },
    async stop() {
      const code = await end();
      await rm(folder, { recursive: true });
      return code;
    },
  };
}

/** Starts a process, waits until it is ready, and gives the way to end it. */
async function launch(binary: string, address: string, folder: string, variables: Record<string, string>): Promise<() => Promise<number | null>> {
  const child = spawn(binary, {
    env: {
      ...environment,
      VISAVIS_ADDR: address,
      VISAVIS_DATABASE_URL: `sqlite:${join(folder, 'visavis.db')}`,
      VISAVIS_DEMO: 'true',
      ...variables,
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
  async function end() {
    child.kill();
    return ended;
  }
  try {
    await Promise.race([untilReady(child, `http://${address}`), ended]);
    if (child.exitCode !== null) {
      throw new Error(`The server ended with ${child.exitCode}.`);
    }
  } catch (error) {
    await end();
    throw new Error(`The server said: ${log}`, { cause: error });
  }
  return end;
}

/** Waits until the server has printed its address, and then answers that it is ready. */
async function untilReady(child: ChildProcess, origin: string): Promise<void> {
  const lines = createInterface(child.stdout!);
  for await (const [line] of on(lines, 'line', { signal: AbortSignal.timeout(30_000), close: ['close'] })) {
    if (String(line).includes(`${origin}/admin`)) {
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
