import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { adminLine, launch, released } from './server_process';

export interface Server {
  /** Such as http://127.0.0.1:8080, without a slash at the end. */
  origin: string;
  /** Asks it to end, returns its exit code, and starts it again, with other variables if need be: the same database at the same address. */
  restart(others?: Record<string, string>): Promise<number | null>;
  /** Holds it, or lets it go on: as if its network were cut. */
  hold(isHeld: boolean): void;
  /** Asks it to end, and returns its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built server with a copy of the demo salon, and waits until it is ready. */
export async function startServer(variables: Record<string, string> = {}, binary = released): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-e2e-'));
  const database = join(folder, 'visavis.db');
  await copyFile(inject('demoSalon').database, database);
  const start = (others: Record<string, string>) =>
    launch(binary, { VISAVIS_DATABASE_URL: `sqlite:${database}`, VISAVIS_DEMO: 'empty-calendar', ...variables, ...others }, adminLine);
  let process = await start({}).catch(async (error: unknown) => {
    await rm(folder, { recursive: true });
    throw error;
  });
  const origin = process.printed;
  return {
    origin,
    async restart(others = {}) {
      const code = await process.end();
      process = await start({ VISAVIS_ADDR: new URL(origin).host, ...others });
      return code;
    },
    hold: (isHeld) => process.hold(isHeld),
    async stop() {
      const code = await process.end();
      await rm(folder, { recursive: true });
      return code;
    },
  };
}
