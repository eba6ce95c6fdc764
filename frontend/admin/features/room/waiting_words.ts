import { words } from '../../language/words';

/** Loaded on every page: only what the notice needs. */
export const waitingWords = words(
  {
    anonymous: 'Ein Kunde',
    open: 'Gespräch öffnen',
    waits: (name: string, staff: string) => `${name} ist im Warteraum von ${staff}`,
  },
  {
    anonymous: 'A customer',
    open: 'Open call',
    waits: (name, staff) => `${name} is in the waiting room of ${staff}`,
  },
);
