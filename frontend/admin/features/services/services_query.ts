import { graphql, type ResultOf } from '../../api/graphql';

export const servicesQuery = graphql(`
  query Services {
    serviceCategories {
      id
      name
    }
    currencies {
      code
      digits
    }
    services(includeArchived: true) {
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
  }
`);

export type Service = ResultOf<typeof servicesQuery>['services'][number];
export type Currency = ResultOf<typeof servicesQuery>['currencies'][number];
export type Category = ResultOf<typeof servicesQuery>['serviceCategories'][number];
