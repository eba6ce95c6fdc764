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
  IconHome,
  IconListCheck,
  IconMail,
  IconReportAnalytics,
  IconScissors,
  IconScale,
  IconSettings,
  IconUserHeart,
  IconUsers,
  IconVideo,
  IconVideoPlus,
} from '@tabler/icons-react';
import { isManager, keepsCustomers, type Session } from '../session/session';
import type { appWords } from './words';

type Name = keyof (typeof appWords)['de'];

/** An entry of the sidebar. */
export interface Entry {
  to: string;
  name: Name;
  icon: typeof IconUsers;
  /** The role from which on one has the page. */
  role: 'MEMBER' | 'RECEPTIONIST' | 'MANAGER';
  /** Managers set up the same things elsewhere. */
  isLeftOutForManagers?: true;
}

/** Entries under a heading. */
export interface EntryGroup {
  name: Name;
  entries: readonly Entry[];
}

/** The sidebar, in its order. */
const sidebar: readonly EntryGroup[] = [
  {
    name: 'salon',
    entries: [
      { to: '/heute', name: 'today', icon: IconHome, role: 'MEMBER', isLeftOutForManagers: true },
      { to: '/kalender', name: 'calendar', icon: IconCalendar, role: 'MEMBER' },
      { to: '/braucht-dich', name: 'needsYou', icon: IconAlertCircle, role: 'RECEPTIONIST' },
      { to: '/kunden', name: 'customers', icon: IconUserHeart, role: 'RECEPTIONIST' },
      { to: '/auslastung', name: 'utilization', icon: IconChartBar, role: 'MANAGER' },
      { to: '/berichte', name: 'report', icon: IconReportAnalytics, role: 'MANAGER' },
    ],
  },
  {
    name: 'manager',
    entries: [
      { to: '/mitarbeiter', name: 'staff', icon: IconUsers, role: 'RECEPTIONIST' },
      { to: '/leistungen', name: 'services', icon: IconScissors, role: 'MANAGER' },
      { to: '/kompetenzen', name: 'competencies', icon: IconChecklist, role: 'MANAGER' },
      { to: '/video-anrufe', name: 'videoCalls', icon: IconVideo, role: 'MANAGER' },
      { to: '/arbeitsplan', name: 'workPlan', icon: IconCalendarTime, role: 'RECEPTIONIST' },
      { to: '/oeffnungszeiten', name: 'openingHours', icon: IconClock, role: 'MANAGER' },
      { to: '/filialbibliothek', name: 'branchLibrary', icon: IconBuildingStore, role: 'MANAGER' },
      { to: '/nur-video-modus', name: 'videoOnlyMode', icon: IconVideoPlus, role: 'MANAGER' },
    ],
  },
  {
    name: 'booking',
    entries: [
      { to: '/einbetten', name: 'embedding', icon: IconCode, role: 'MANAGER' },
      { to: '/texte', name: 'mailTexts', icon: IconMail, role: 'MANAGER' },
      { to: '/rechtliches', name: 'legal', icon: IconScale, role: 'MANAGER' },
    ],
  },
  {
    name: 'system',
    entries: [
      { to: '/einstellungen', name: 'settings', icon: IconSettings, role: 'MEMBER' },
      { to: '/postausgang', name: 'outbox', icon: IconMail, role: 'MANAGER' },
      { to: '/aenderungsprotokoll', name: 'auditTrail', icon: IconHistory, role: 'MANAGER' },
      { to: '/erste-schritte', name: 'firstSteps', icon: IconListCheck, role: 'MANAGER' },
    ],
  },
];

/** Reports whether the user has the page of an entry. */
function has(session: Session, { role }: Entry): boolean {
  return role === 'MEMBER' || (role === 'MANAGER' ? isManager(session) : keepsCustomers(session));
}

/** Returns the sidebar of the user: the groups in which there is anything. */
export const groupsOf = (session: Session): readonly EntryGroup[] =>
  sidebar
    .map(({ name, entries }) => ({ name, entries: entries.filter((entry) => has(session, entry) && !(entry.isLeftOutForManagers && isManager(session))) }))
    .filter(({ entries }) => entries.length > 0);

/** Reports whether the role of the user opens a page. Pages without an entry are open to everybody. */
export function mayOpen(session: Session, path: string): boolean {
  const entry = sidebar.flatMap(({ entries }) => entries).find(({ to }) => path === to || path.startsWith(`${to}/`));
  return !entry || has(session, entry);
}
