import { graphql, type ResultOf } from '../api/graphql';

export const peopleQuery = graphql(`
  query PalettePeople($search: String) {
    staff(search: $search) {
      nodes {
        id
        displayName
        title
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export type Person = ResultOf<typeof peopleQuery>['staff']['nodes'][number];

/** The first customers that a search finds, with their appointments. */
export const customersQuery = graphql(`
  query PaletteCustomers($search: String) {
    customers(search: $search, first: 5) {
      nodes {
        id
        name
        email
        phone
        appointments {
          id
          start
          status
          branch {
            id
            slug
            timeZone
            timeZoneAliases
          }
          service {
            id
            name
          }
          staff {
            id
            displayName
          }
        }
      }
    }
  }
`);

export type Customer = ResultOf<typeof customersQuery>['customers']['nodes'][number];
export type Appointment = Customer['appointments'][number];
