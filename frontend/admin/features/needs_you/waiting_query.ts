import { graphql } from '../../api/graphql';

/** What lists of waiting appointments show. */
export const waitingFields = graphql(`
  fragment WaitingFields on Appointment {
    id
    start
    status
    contact {
      name
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
`);
