import { cacheExchange } from '@urql/exchange-graphcache';
import type { introspection } from './introspection';

type TypeName = keyof introspection['types'];

/** Types without an ID, which the cache embeds in their parent. */
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
  'Contact',
  'Currency',
  'CustomerConnection',
  'Interval',
  'MailPreview',
  'MailConnection',
  'Me',
  'Money',
  'NamedTimeZone',
  'OpeningException',
  'PageInfo',
  'RosterDay',
  'RosterStaff',
  'Session',
  'Shift',
  'ShiftOverride',
  'SignedIn',
  'StaffAccess',
  'StartExplanation',
  'StartObstacle',
  'Till',
  'TimeSpan',
  'UserError',
  'UtilizationHour',
  'VideoLink',
  'VideoOnlyModePreview',
  'VideoReadiness',
  'VideoRequirement',
  'WeeklyInterval',
  'WorkPlan',
] as const satisfies TypeName[];

/** Returns a cache normalized by ID, so that a change shows everywhere at once. */
export const newCache = () => cacheExchange({ keys: Object.fromEntries(parts.map((name) => [name, () => null])) });
