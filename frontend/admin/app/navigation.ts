import { IconChecklist, IconUsers, IconVideo } from '@tabler/icons-react';
import type { appWords } from './words';

/** An entry of the sidebar. */
export interface Entry {
  to: string;
  name: keyof (typeof appWords)['de'];
  icon: typeof IconUsers;
}

/** What managers set up, in the order of the sidebar. */
export const managerEntries: readonly Entry[] = [
  { to: '/mitarbeiter', name: 'staff', icon: IconUsers },
  { to: '/kompetenzen', name: 'competencies', icon: IconChecklist },
  { to: '/video-anrufe', name: 'videoCalls', icon: IconVideo },
];
