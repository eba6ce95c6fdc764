import { graphql, type ResultOf } from '../../api/graphql';

export const waitingCustomer = graphql(`
  fragment WaitingCustomerFields on Appointment {
    id
    start
    roomUrl
    roomIsOwn
    roomAdmittedAt
    customerWaitsSince
    contact {
      name
    }
    staff {
      id
      displayName
    }
  }
`);

/** Loads whose customers wait in a branch. */
export const waitingCustomersQuery = graphql(
  `
    query WaitingCustomers($branchId: ID!) {
      waitingAppointments(branchId: $branchId, first: 20) {
        nodes {
          ...WaitingCustomerFields
        }
      }
    }
  `,
  [waitingCustomer],
);

/** Loads the user's next appointments in all branches, whose customers may wait. */
export const ownCustomersQuery = graphql(
  `
    query OwnCustomers {
      ownAppointments(first: 5) {
        nodes {
          ...WaitingCustomerFields
        }
      }
    }
  `,
  [waitingCustomer],
);

export type WaitingCustomer = ResultOf<typeof waitingCustomer>;
