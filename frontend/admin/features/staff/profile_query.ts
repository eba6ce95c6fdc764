import { graphql, type ResultOf } from '../../api/graphql';

/** Loads a profile with everything its tabs show. */
export const profileQuery = graphql(`
  query Profile($id: ID!) {
    node(id: $id) {
      __typename
      ... on Staff {
        id
        firstName
        lastName
        displayName
        title
        email
        phone
        bio
        color
        photo {
          id
          url
          width
          height
        }
        role
        bookableOnline
        archived
        hasCalendarFeed
        samePersonAs {
          id
          displayName
        }
        branches {
          id
          name
        }
        competencies {
          category {
            id
            name
          }
          service {
            id
            name
          }
          qualified
        }
        videoLink {
          provider
          url
          roomPerAppointment
          problem
        }
        access {
          email
          passwordSetAt
          pinSetAt
          pinLockedUntil
          sessions
        }
      }
    }
  }
`);

type Answer = ResultOf<typeof profileQuery>;
export type Profile = Extract<Answer['node'], { __typename: 'Staff' }>;
