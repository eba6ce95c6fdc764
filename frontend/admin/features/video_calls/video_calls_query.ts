import { graphql, type ResultOf } from '../../api/graphql';

/** Loads the video readiness of the staff of a branch, or of all. */
export const videoCallsQuery = graphql(`
  query VideoCalls($branchId: ID!, $search: String, $includeInactive: Boolean!, $after: String) {
    videoReadiness(branchId: $branchId, search: $search, includeInactive: $includeInactive, after: $after) {
      nodes {
        staff {
          id
          displayName
          title
          color
          competencies {
            category {
              id
            }
            service {
              id
            }
            qualified
          }
          videoLink {
            provider
            url
            roomPerAppointment
            problem
          }
        }
        ready
        requirements {
          code
          met
          advice
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Readiness = ResultOf<typeof videoCallsQuery>['videoReadiness']['nodes'][number];
