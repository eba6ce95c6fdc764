import { graphql } from '../../api/graphql';
import { foundCustomerFields } from './found_customer';

/** Finds the first customers who match a search. */
export const customerSearchQuery = graphql(`
  query CustomerSearch($search: String!) {
    customers(search: $search, first: 6) {
      nodes {
        ...FoundCustomer
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`, [foundCustomerFields]);
