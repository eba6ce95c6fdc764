import { graphql, type ResultOf } from '../../api/graphql';

/** Finds the first customers who match a search. */
export const customerSearchQuery = graphql(`
  query CustomerSearch($search: String!) {
    customers(search: $search, first: 6) {
      nodes {
        id
        name
        email
        phone
        visits {
          lastAt
          nextAt
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export type FoundCustomer = ResultOf<typeof customerSearchQuery>['customers']['nodes'][number];
