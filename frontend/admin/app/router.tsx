import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  Navigate,
  retainSearchParams,
} from '@tanstack/react-router';
import { isDate, readCalendarSearch } from '../features/calendar/calendar_search';
import type { CustomersSearch } from '../features/customers/customers_search';
import type { ReportSearch } from '../features/report/report_search';
import { useWords } from '../language/words';
import { Empty } from '../parts/empty';
import { keepsCustomers, useSession } from '../session/session';
import { appWords } from './words';

/** Search parameters of every page: the slug of the branch. */
interface CommonSearch {
  filiale?: string;
}

/** Search parameters of the audit trail: person, customer, action, first day and last day. */
interface AuditTrailSearch {
  wer?: string | undefined;
  kunde?: string | undefined;
  was?: string | undefined;
  ab?: string | undefined;
  bis?: string | undefined;
}

/** Search parameters of the utilization page: past days, or coming days if negative, and person. */
interface UtilizationSearch {
  tage?: number | undefined;
  person?: string | undefined;
}

/** Reads the search parameter of pages with a searched list. */
const searchText = ({ suche }: Record<string, unknown>): { suche?: string | undefined } => (typeof suche === 'string' ? { suche } : {});

const root = createRootRoute({
  component: lazyRouteComponent(() => import('./shell'), 'Shell'),
  notFoundComponent: NotFound,
  validateSearch: ({ filiale }: Record<string, unknown>): CommonSearch => (typeof filiale === 'string' ? { filiale } : {}),
  search: { middlewares: [retainSearchParams(['filiale'])] },
});

function NotFound() {
  const t = useWords(appWords);
  return (
    <Empty title={t.notFound}>
      <Link to="/">{t.toStart}</Link>
    </Empty>
  );
}

const staff = createRoute({
  getParentRoute: () => root,
  path: '/mitarbeiter',
  validateSearch: searchText,
  component: lazyRouteComponent(() => import('../features/staff/staff_page'), 'StaffPage'),
});
const profile = createRoute({
  getParentRoute: () => root,
  path: '/mitarbeiter/$staffId/$tab',
  component: lazyRouteComponent(() => import('../features/staff/profile_page'), 'ProfilePage'),
});
const competencies = createRoute({
  getParentRoute: () => root,
  path: '/kompetenzen',
  component: lazyRouteComponent(() => import('../features/competencies/competencies_page'), 'CompetenciesPage'),
});
const videoCalls = createRoute({
  getParentRoute: () => root,
  path: '/video-anrufe',
  component: lazyRouteComponent(() => import('../features/video_calls/video_calls_page'), 'VideoCallsPage'),
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/kalender',
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(() => import('../features/calendar/calendar_page'), 'CalendarPage'),
});
const ownDay = createRoute({
  getParentRoute: () => root,
  path: '/heute',
  component: lazyRouteComponent(() => import('../features/own_day/own_day_page'), 'OwnDayPage'),
});
const firstDay = createRoute({
  getParentRoute: () => root,
  path: '/erste-schritte',
  component: lazyRouteComponent(() => import('../features/first_day/first_day_page'), 'FirstDayPage'),
});
const needsYou = createRoute({
  getParentRoute: () => root,
  path: '/braucht-dich',
  component: lazyRouteComponent(() => import('../features/needs_you/needs_you_page'), 'NeedsYouPage'),
});
const rearranging = createRoute({
  getParentRoute: () => root,
  path: '/umplanen',
  validateSearch: ({ person }: Record<string, unknown>): { person?: string | undefined } => (typeof person === 'string' ? { person } : {}),
  component: lazyRouteComponent(() => import('../features/rearranging/rearranging_page'), 'RearrangingPage'),
});
const customers = createRoute({
  getParentRoute: () => root,
  path: '/kunden',
  validateSearch: (search: CustomersSearch) => search, // the page reads it, so that nothing of it is in the first load
  component: lazyRouteComponent(() => import('../features/customers/customers_page'), 'CustomersPage'),
});
const utilization = createRoute({
  getParentRoute: () => root,
  path: '/auslastung',
  validateSearch: ({ tage, person }: Record<string, unknown>): UtilizationSearch => ({
    ...((tage === 28 || tage === 84 || tage === -28) && { tage }),
    ...(typeof person === 'string' && { person }),
  }),
  component: lazyRouteComponent(() => import('../features/utilization/utilization_page'), 'UtilizationPage'),
});
const report = createRoute({
  getParentRoute: () => root,
  path: '/berichte',
  validateSearch: (search: ReportSearch) => search, // the page reads it, so that nothing of it is in the first load
  component: lazyRouteComponent(() => import('../features/report/report_page'), 'ReportPage'),
});
const services = createRoute({
  getParentRoute: () => root,
  path: '/leistungen',
  component: lazyRouteComponent(() => import('../features/services/services_page'), 'ServicesPage'),
});
const workPlan = createRoute({
  getParentRoute: () => root,
  path: '/arbeitsplan',
  validateSearch: ({ woche }: Record<string, unknown>): { woche?: string | undefined } => (isDate(woche) ? { woche } : {}),
  component: lazyRouteComponent(() => import('../features/work_plan/work_plan_page'), 'WorkPlanPage'),
});
const openingHours = createRoute({
  getParentRoute: () => root,
  path: '/oeffnungszeiten',
  component: lazyRouteComponent(() => import('../features/opening_hours/opening_hours_page'), 'OpeningHoursPage'),
});
const branchLibrary = createRoute({
  getParentRoute: () => root,
  path: '/filialbibliothek',
  component: lazyRouteComponent(() => import('../features/branch_library/branch_library_page'), 'BranchLibraryPage'),
});
const videoOnlyMode = createRoute({
  getParentRoute: () => root,
  path: '/nur-video-modus',
  component: lazyRouteComponent(() => import('../features/video_only_mode/video_only_mode_page'), 'VideoOnlyModePage'),
});
const embedding = createRoute({
  getParentRoute: () => root,
  path: '/einbetten',
  component: lazyRouteComponent(() => import('../features/embedding/embedding_page'), 'EmbeddingPage'),
});
const mailTexts = createRoute({
  getParentRoute: () => root,
  path: '/texte',
  component: lazyRouteComponent(() => import('../features/mail_texts/mail_texts_page'), 'MailTextsPage'),
});
const legal = createRoute({
  getParentRoute: () => root,
  path: '/rechtliches',
  component: lazyRouteComponent(() => import('../features/settings/legal_page'), 'LegalPage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/einstellungen',
  validateSearch: ({ bereich }: Record<string, unknown>): { bereich?: string | undefined } => (typeof bereich === 'string' ? { bereich } : {}),
  component: lazyRouteComponent(() => import('../features/settings/settings_page'), 'SettingsPage'),
});
const outbox = createRoute({
  getParentRoute: () => root,
  path: '/postausgang',
  component: lazyRouteComponent(() => import('../features/outbox/outbox_page'), 'OutboxPage'),
});
const auditTrail = createRoute({
  getParentRoute: () => root,
  path: '/aenderungsprotokoll',
  validateSearch: ({ wer, kunde, was, ab, bis }: Record<string, unknown>): AuditTrailSearch => ({
    ...(typeof wer === 'string' && { wer }),
    ...(typeof kunde === 'string' && { kunde }),
    ...(typeof was === 'string' && { was }),
    ...(isDate(ab) && { ab }),
    ...(isDate(bis) && { bis }),
  }),
  component: lazyRouteComponent(() => import('../features/audit_trail/audit_trail_page'), 'AuditTrailPage'),
});
const customer = createRoute({
  getParentRoute: () => root,
  path: '/kunden/$customerId',
  component: lazyRouteComponent(() => import('../features/customers/customer_page'), 'CustomerPage'),
});
const room = createRoute({
  getParentRoute: () => root,
  path: '/gespraech/$appointmentId',
  component: lazyRouteComponent(() => import('../features/room/room_page'), 'RoomPage'),
});
const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: FirstPage,
});

/** Leads members to their own day, and the others to the calendar. */
function FirstPage() {
  return <Navigate to={keepsCustomers(useSession()) ? '/kalender' : '/heute'} replace />;
}

/** Paths are German, like the primary language of the admin. */
export const router = createRouter({
  basepath: '/admin',
  defaultPreload: 'intent',
  routeTree: root.addChildren([
    first,
    calendar,
    ownDay,
    needsYou,
    firstDay,
    rearranging,
    customers,
    customer,
    room,
    utilization,
    report,
    staff,
    profile,
    services,
    competencies,
    videoCalls,
    workPlan,
    openingHours,
    branchLibrary,
    videoOnlyMode,
    embedding,
    mailTexts,
    legal,
    settings,
    outbox,
    auditTrail,
  ]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
