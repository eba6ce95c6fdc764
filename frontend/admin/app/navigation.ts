import {
  IconAlertCircle,
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
import { isManager, keepsCustomers, type Session } from '../session/session';
import type { appWords } from './words';

/** An entry of the sidebar. */
export interface Entry {
  to: string;
  name: keyof (typeof appWords)['de'];
  icon: typeof IconUsers;
}

/** Entries for members, who only see their own column. */
const memberEntries: readonly Entry[] = [
  { to: '/kalender', name: 'calendar', icon: IconCalendar },
  { to: '/einstellungen', name: 'settings', icon: IconSettings },
];

/** Entries for receptionists, who set up nothing. */
const receptionEntries: readonly Entry[] = [
  { to: '/kalender', name: 'calendar', icon: IconCalendar },
  { to: '/braucht-dich', name: 'needsYou', icon: IconAlertCircle },
  { to: '/kunden', name: 'customers', icon: IconUserHeart },
  { to: '/mitarbeiter', name: 'staff', icon: IconUsers },
  { to: '/einstellungen', name: 'settings', icon: IconSettings },
];

/** Entries that managers use every day. */
const dailyEntries: readonly Entry[] = [
  { to: '/kalender', name: 'calendar', icon: IconCalendar },
  { to: '/braucht-dich', name: 'needsYou', icon: IconAlertCircle },
  { to: '/kunden', name: 'customers', icon: IconUserHeart },
  { to: '/auslastung', name: 'utilization', icon: IconChartBar },
];

/** Entries under which managers set up the salon, in sidebar order. */
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
  { to: '/texte', name: 'mailTexts', icon: IconMail },
  { to: '/einstellungen', name: 'settings', icon: IconSettings },
  { to: '/postausgang', name: 'outbox', icon: IconMail },
  { to: '/aenderungsprotokoll', name: 'auditTrail', icon: IconHistory },
];

/** Returns the entries that the user needs every day. */
export function entriesOf(session: Session): readonly Entry[] {
  if (isManager(session)) {
    return dailyEntries;
  }
  return keepsCustomers(session) ? receptionEntries : memberEntries;
}

/** Reports whether the role of the user opens a page. Pages without an entry are open to everybody. */
export function mayOpen(session: Session, path: string): boolean {
  const leadsHere = ({ to }: Entry) => path === to || path.startsWith(`${to}/`);
  return isManager(session) || entriesOf(session).some(leadsHere) || ![...dailyEntries, ...managerEntries].some(leadsHere);
}
