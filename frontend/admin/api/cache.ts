import { cacheExchange } from '@urql/exchange-graphcache';
import type { introspection } from './introspection';

type TypeName = keyof introspection['types'];

/** Types without an ID, which the cache embeds in their parent. */
const parts = [
  'Address',
  'AlternativeStart',
  'ApiTokenConnection',
  'AppointmentChange',
  'AppointmentConnection',
  'AppointmentEvent',
  'AuditEntryConnection',
  'BookableDay',
  'BookableVideoConsultation',
  'BookingRules',
  'LegalText',
  'BranchConnection',
  'Competency',
  'Contact',
  'Currency',
  'CustomerConnection',
  'DeviceConnection',
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
  'ServiceCategoryConnection',
  'ServiceConnection',
  'SignedIn',
  'StaffAccess',
  'StaffConnection',
  'StartExplanation',
  'StartObstacle',
  'Till',
  'TimeSpan',
  'UserError',
  'UtilizationHour',
  'VideoLink',
  'VideoOnlyModePreview',
  'VideoReadiness',
  'VideoReadinessConnection',
  'VideoRequirement',
  'WeeklyInterval',
  'WorkPlan',
] as const satisfies TypeName[];

/** Returns a cache normalized by ID, so that a change shows everywhere at once. */
export const newCache = () => cacheExchange({ keys: Object.fromEntries(parts.map((name) => [name, () => null])) });
