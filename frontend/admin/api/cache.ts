import { cacheExchange } from '@urql/exchange-graphcache';
import type { introspection } from './introspection';

type TypeName = keyof introspection['types'];

/** Types that are parts of what holds them: they have no identity, so the cache keeps them in their place. */
const parts = [
  'Address',
  'AlternativeStart',
  'AppointmentChange',
  'AppointmentConnection',
  'AppointmentEvent',
  'AuditEntryConnection',
  'BookableDay',
  'BookableVideoConsultation',
  'BookingRules',
  'Competency',
  'CustomerConnection',
  'Interval',
  'Letter',
  'MailConnection',
  'Me',
  'Money',
  'OpeningException',
  'PageInfo',
  'RosterDay',
  'RosterStaff',
  'Shift',
  'ShiftOverride',
  'SignedIn',
  'StaffAccess',
  'StartExplanation',
  'StartObstacle',
  'Till',
  'TimeSpan',
  'UserError',
  'UtilisationHour',
  'VideoLink',
  'VideoOnlyModePreview',
  'VideoReadiness',
  'VideoRequirement',
  'WeeklyInterval',
  'WorkPlan',
] as const satisfies TypeName[];

/** Keeps what was read by its ID, so that a change shows at once wherever the thing is shown. */
export const newCache = () => cacheExchange({ keys: Object.fromEntries(parts.map((name) => [name, () => null])) });
