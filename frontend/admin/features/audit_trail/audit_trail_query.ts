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
  query AuditPeople {
    staff(includeArchived: true) {
      id
      displayName
    }
  }
`);
