import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './introspection';

/** Types operations by the schema: an unknown field fails the build. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    /** RFC 3339 in UTC, whole seconds. */
    Instant: string;
    /** Such as 2026-11-23, by the branch's zone. */
    LocalDate: string;
    /** Such as 09:30; 24:00 is the end of the day. */
    LocalTime: string;
    /** ISO 8601, whole minutes. */
    Duration: string;
    TimeZone: string;
    URL: string;
    /** Whole, possibly beyond the 32 bits of Int. */
    MinorUnits: number;
  };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
