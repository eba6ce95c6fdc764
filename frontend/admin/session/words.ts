import { words } from '../language/words';

export const sessionWords = words(
  {
    meant: (email: string) => `Meintest du ${email}?`,
    unknownZone: (zone: string) => `Dieser Browser kennt die Zeitzone ${zone} nicht, darum stehen alle Uhrzeiten hier in UTC. Aktualisiere ihn.`,
  },
  {
    meant: (email) => `Did you mean ${email}?`,
    unknownZone: (zone: string) => `This browser does not know the time zone ${zone}, so all times here are in UTC. Update it.`,
  },
);
