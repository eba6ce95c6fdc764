import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, released } from './server_process';

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
  const remove = () => rm(folder, { recursive: true });
  const variables = { VISAVIS_DATABASE_URL: `sqlite:${join(folder, 'visavis.db')}` };
  const { printed: ownerLink, end } = await launch(released, variables, /Owner +(http\S+\/welcome\/\S+)/).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  return {
    origin: new URL(ownerLink).origin,
    ownerLink,
    async stop() {
      await end();
      await remove();
    },
  };
}
