import { graphql, type ResultOf } from '../../api/graphql';

/** Loads the video readiness of a branch and its services. */
export const videoCallsQuery = graphql(`
  query VideoCalls($branchId: ID!) {
    videoReadiness(branchId: $branchId) {
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
    serviceCategories {
      id
      name
      services {
        id
        delivery
      }
    }
  }
`);

type Answer = ResultOf<typeof videoCallsQuery>;
export type Readiness = Answer['videoReadiness'][number];
export type Category = Answer['serviceCategories'][number];
