import { join } from 'node:path';
import { signIn } from './api';
import { adminLine, launch, released } from './server_process';

/** Who can sign in to the demo salon: its owner, a member, its manager and its receptionist. */
const people = ['anna', 'ben', 'clara', 'frida'] as const;

export type Person = (typeof people)[number];

/** The demo salon in a database that nobody has changed yet. */
export interface DemoSalon {
  /** The path of its file. */
  database: string;
  /** The cookies by which people are signed in to every copy. */
  sessions: Record<Person, string>;
}

/** Has the server make the demo salon in a folder, and signs everybody in: a start and a sign-in hash passwords, which takes long. */
export async function prepareDemoSalon(folder: string): Promise<DemoSalon> {
  const database = join(folder, 'visavis.db');
  const { printed: origin, end } = await launch(released, { VISAVIS_DATABASE_URL: `sqlite:${database}`, VISAVIS_DEMO: 'empty-calendar' }, adminLine);
  try {
    const [anna, ben, clara, frida] = await Promise.all(people.map((name) => signIn(origin, `${name}@salon.example`)));
    return { database, sessions: { anna: anna!, ben: ben!, clara: clara!, frida: frida! } };
  } finally {
    await end();
  }
}
