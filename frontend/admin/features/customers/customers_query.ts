import { graphql, type ResultOf } from '../../api/graphql';

export const customersQuery = graphql(`
  query Customers($search: String, $sort: CustomerSort!, $filter: CustomerFilter, $first: Int! = 50, $after: String) {
    customers(search: $search, sort: $sort, filter: $filter, first: $first, after: $after) {
      nodes {
        id
        name
        email
        phone
        confirmedAt
        createdAt
        visits {
          lastAt
          nextAt
          count
          noShows
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type ListedCustomer = ResultOf<typeof customersQuery>['customers']['nodes'][number];

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
      card {
        notes
        allergies
        formulas
        version
      }
      visits {
        lastAt
        nextAt
        count
        noShows
      }
      duplicates {
        id
        name
        email
        phone
        confirmedAt
      }
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

export const customerCreate = graphql(`
  mutation CustomerCreate($input: CustomerCreateInput!) {
    customerCreate(input: $input) {
      customer {
        id
        name
      }
      sharingPhone {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const customerCardSet = graphql(`
  mutation CustomerCardSet($input: CustomerCardSetInput!) {
    customerCardSet(input: $input) {
      customer {
        id
        card {
          notes
          allergies
          formulas
          version
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const customerMerge = graphql(`
  mutation CustomerMerge($input: CustomerMergeInput!) {
    customerMerge(input: $input) {
      customer {
        id
        name
        email
        phone
      }
      mergeId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const customerMergeUndo = graphql(`
  mutation CustomerMergeUndo($input: CustomerMergeUndoInput!) {
    customerMergeUndo(input: $input) {
      customer {
        id
        name
        email
        phone
      }
      restored {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const customerLinkCreate = graphql(`
  mutation CustomerLinkCreate($input: CustomerLinkCreateInput!) {
    customerLinkCreate(input: $input) {
      path
      userErrors {
        code
        field
        message
      }
    }
  }
`);
