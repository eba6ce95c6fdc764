import { graphql, type ResultOf } from '../../api/graphql';

export const servicesQuery = graphql(`
  query Services($search: String, $after: String) {
    services(search: $search, includeArchived: true, first: 100, after: $after) {
      nodes {
        id
        name
        delivery
        duration
        cleanUp
        price {
          minorUnits
          currency
          digits
        }
        description
        bookableOnline
        archived
        category {
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

export const currenciesQuery = graphql(`
  query ServiceCurrencies {
    currencies {
      code
      digits
    }
  }
`);

export type Service = ResultOf<typeof servicesQuery>['services']['nodes'][number];
export type Currency = ResultOf<typeof currenciesQuery>['currencies'][number];
export interface Category {
  id: string;
  name: string;
}
