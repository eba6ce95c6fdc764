import {
  IconBuildingStore,
  IconCalendar,
  IconCalendarTime,
  IconChartBar,
  IconChecklist,
  IconClock,
  IconCode,
  IconHistory,
  IconMail,
  IconScissors,
  IconSettings,
  IconUserHeart,
  IconUsers,
  IconVideo,
  IconVideoPlus,
} from '@tabler/icons-react';
import type { appWords } from './words';

/** An entry of the sidebar. */
export interface Entry {
  to: string;
  name: keyof (typeof appWords)['de'];
  icon: typeof IconUsers;
}

/** What everybody works with every day. */
export const memberEntries: readonly Entry[] = [{ to: '/kalender', name: 'calendar', icon: IconCalendar }];

/** What managers work with every day. */
export const dailyEntries: readonly Entry[] = [
  ...memberEntries,
  { to: '/kunden', name: 'customers', icon: IconUserHeart },
  { to: '/auslastung', name: 'utilisation', icon: IconChartBar },
];

/** What managers set up, in the order of the sidebar. */
export const managerEntries: readonly Entry[] = [
  { to: '/mitarbeiter', name: 'staff', icon: IconUsers },
  { to: '/leistungen', name: 'services', icon: IconScissors },
  { to: '/kompetenzen', name: 'competencies', icon: IconChecklist },
  { to: '/video-anrufe', name: 'videoCalls', icon: IconVideo },
  { to: '/arbeitsplan', name: 'workPlan', icon: IconCalendarTime },
  { to: '/oeffnungszeiten', name: 'openingHours', icon: IconClock },
  { to: '/filialbibliothek', name: 'branchLibrary', icon: IconBuildingStore },
  { to: '/nur-video-modus', name: 'videoOnlyMode', icon: IconVideoPlus },
  { to: '/einbetten', name: 'embedding', icon: IconCode },
  { to: '/einstellungen', name: 'settings', icon: IconSettings },
  { to: '/postausgang', name: 'outbox', icon: IconMail },
  { to: '/aenderungsprotokoll', name: 'auditTrail', icon: IconHistory },
];
