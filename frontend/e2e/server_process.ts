import { type ChildProcess, spawn } from 'node:child_process';
import { on } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The server as it is released. */
export const released = process.env['VISAVIS_BINARY'] ?? join(import.meta.dirname, '../../bin/visavis');

/** A server whose clock is ahead by the variable VISAVIS_CLOCK_AHEAD, such as 36h; else it is the same. */
export const movedClock = join(import.meta.dirname, '../../bin/visavis-movedclock');

/** What a server prints when it is ready: its origin. */
export const adminLine = /Admin +(http\S+)\/admin/;

/** How long a server may take to start, in milliseconds. */
const longest = 30_000;

const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VISAVIS_')));

export interface ServerProcess {
  /** What the server printed: the group of the awaited line. */
  printed: string;
  /** Asks the server to end, and returns its exit code. */
  end(): Promise<number | null>;
  /** Holds the process, or lets it go on: as if its network were cut. */
  hold(isHeld: boolean): void;
}

/** Starts a server on a free port of this machine unless the variables say otherwise, and waits until it prints a line. */
export async function launch(binary: string, variables: Record<string, string>, awaited: RegExp): Promise<ServerProcess> {
  const child = spawn(binary, {
    env: { ...environment, VISAVIS_ADDR: '127.0.0.1:0', VISAVIS_FREE_BOOKINGS: '1000', VISAVIS_FREE_HOLDS: '1000', ...variables },
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
    return { printed: await Promise.race([printedBy(child, awaited), failure(ended)]), end, hold: (isHeld) => void child.kill(isHeld ? 'SIGSTOP' : 'SIGCONT') };
  } catch (error) {
    await end();
    throw new Error(`The server said: ${log}`, { cause: error });
  }
}

async function printedBy(child: ChildProcess, awaited: RegExp): Promise<string> {
  const lines = createInterface(child.stdout!);
  for await (const [line] of on(lines, 'line', { signal: AbortSignal.timeout(longest), close: ['close'] })) {
    const [, printed] = awaited.exec(String(line)) ?? [];
    if (printed) {
      return printed;
    }
  }
  throw new Error(`The server has not printed ${awaited}.`);
}

async function failure(ended: Promise<number | null>): Promise<never> {
  throw new Error(`The server ended with ${await ended}.`);
}
