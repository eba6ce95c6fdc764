import { graphql, type ResultOf } from '../../api/graphql';

export const auditTrailQuery = graphql(`
  query AuditTrail($from: Instant, $to: Instant, $staffId: ID, $after: String) {
    auditTrail(from: $from, to: $to, staffId: $staffId, after: $after) {
      nodes {
        id
        at
        actor
        action
        subjectId
        before
        after
        staff {
          id
          displayName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Entry = ResultOf<typeof auditTrailQuery>['auditTrail']['nodes'][number];

export const peopleQuery = graphql(`
  query AuditPeople($search: String) {
    staff(search: $search, includeArchived: true) {
      nodes {
        id
        displayName
      }
      pageInfo {
        hasNextPage
      }
  }
    }
`);

/** Loads the name of the profile in the address. */
export const personQuery = graphql(`
  query AuditPerson($id: ID!) {
    node(id: $id) {
      __typename
      ... on Staff {
        id
        displayName
      }
    }
  }
`);
