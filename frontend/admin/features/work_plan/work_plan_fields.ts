import { graphql } from '../../api/graphql';

/** All of a work plan. The cache keeps plans without an identity, so every operation reads them in full. */
export const workPlanFields = graphql(`
  fragment WorkPlanFields on WorkPlan {
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
    version
  }
`);
