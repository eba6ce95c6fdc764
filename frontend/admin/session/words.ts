import { words } from '../language/words';

export const sessionWords = words(
  {
    meant: (email: string) => `Meintest du ${email}?`,
  },
  {
    meant: (email) => `Did you mean ${email}?`,
  },
);
