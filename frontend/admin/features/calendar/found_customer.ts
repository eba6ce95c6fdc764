import { type FragmentOf, graphql } from '../../api/graphql';

/** What tells customers apart when one is chosen. */
export const foundCustomerFields = graphql(`
  fragment FoundCustomer on Customer {
    id
    name
    email
    phone
    visits {
      lastAt
      nextAt
    }
  }
`);

export type FoundCustomer = FragmentOf<typeof foundCustomerFields>;
