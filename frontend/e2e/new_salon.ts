import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const binary = process.env['VISAVIS_BINARY'] ?? join(import.meta.dirname, '../../bin/visavis');
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VISAVIS_')));

/** A server whose salon has nobody yet. */
export interface NewSalon {
  origin: string;
  /** The link that makes the owner. */
  ownerLink: string;
  stop(): Promise<void>;
}

/** Starts the built server with an empty database, and reads the owner's link from what it prints. */
export async function startNewSalon(): Promise<NewSalon> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-e2e-'));
  const child = spawn(binary, {
    env: { ...environment, VISAVIS_ADDR: '127.0.0.1:0', VISAVIS_DATABASE_URL: `sqlite:${join(folder, 'visavis.db')}` },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  async function stop() {
    child.kill();
    await ended;
    await rm(folder, { recursive: true });
  }
  try {
    const ownerLink = await printedLink(child);
    return { origin: new URL(ownerLink).origin, ownerLink, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function printedLink(child: ChildProcess): Promise<string> {
  const lines = createInterface(child.stdout!);
  for await (const [line] of on(lines, 'line', { signal: AbortSignal.timeout(30_000), close: ['close'] })) {
    const link = /Owner +(http\S+\/welcome\/\S+)/.exec(String(line))?.[1];
    if (link) {
      return link;
    }
  }
  throw new Error('The server has printed no link of the owner.');
}
