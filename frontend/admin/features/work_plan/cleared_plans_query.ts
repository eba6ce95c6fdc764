import { graphql, type ResultOf } from '../../api/graphql';

/** Loads the plans of a profile in a branch that were cleared before they began; for managers. */
export const clearedPlansQuery = graphql(`
  query ClearedPlans($staffId: ID!, $branchId: ID!) {
    node(id: $staffId) {
      __typename
      ... on Staff {
        id
        clearedWorkPlans(branchId: $branchId) {
          validFrom
          validUntil
          rotationWeeks
          rotationStart
          shifts {
            week
            weekday
            from
            to
          }
        }
      }
    }
  }
`);

/** Returns the plans, the latest first; none while they load. */
export const clearedOf = (data: ResultOf<typeof clearedPlansQuery> | undefined) => (data?.node?.__typename === 'Staff' ? data.node.clearedWorkPlans : []);
