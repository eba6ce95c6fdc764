import { graphql, type ResultOf } from '../../api/graphql';

export const auditTrailQuery = graphql(`
  query AuditTrail($from: Instant, $to: Instant, $staffId: ID, $customerId: ID, $action: String, $after: String) {
    auditTrail(from: $from, to: $to, staffId: $staffId, customerId: $customerId, action: $action, after: $after) {
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
        names {
          id
          name
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

export const customersQuery = graphql(`
  query AuditCustomers($search: String) {
    customers(search: $search) {
      nodes {
        id
        name
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** Loads the name of the customer in the address. */
export const customerQuery = graphql(`
  query AuditCustomer($id: ID!) {
    customer(id: $id) {
      id
      name
    }
  }
`);
