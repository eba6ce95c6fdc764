import { graphql, type ResultOf } from '../../api/graphql';

export const customersQuery = graphql(`
  query Customers($search: String, $after: String) {
    customers(search: $search, after: $after) {
      nodes {
        id
        name
        email
        phone
        createdAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const customerQuery = graphql(`
  query Customer($id: ID!) {
    customer(id: $id) {
      id
      name
      email
      phone
      locale
      confirmedAt
      privacyAcceptedAt
      marketingAcceptedAt
      appointments {
        id
        start
        status
        contact {
          name
        }
        branch {
          id
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
`);

export type Customer = NonNullable<ResultOf<typeof customerQuery>['customer']>;

export const customerExportQuery = graphql(`
  query CustomerExport($id: ID!) {
    customerExport(id: $id)
  }
`);

export const customerUpdate = graphql(`
  mutation CustomerUpdate($input: CustomerUpdateInput!) {
    customerUpdate(input: $input) {
      customer {
        id
        name
        email
        phone
        locale
        marketingAcceptedAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const customerForget = graphql(`
  mutation CustomerForget($input: CustomerForgetInput!) {
    customerForget(input: $input) {
      forgottenId
      cancelledAppointments
      userErrors {
        code
        field
        message
      }
    }
  }
`);
