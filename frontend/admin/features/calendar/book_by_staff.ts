import { graphql } from '../../api/graphql';

/** What is offered, and how. */
export const servicesQuery = graphql(`
  query CalendarServices {
    services {
      id
      name
      delivery
    }
  }
`);

export const appointmentBookByStaff = graphql(`
  mutation AppointmentBookByStaff($input: AppointmentBookByStaffInput!) {
    appointmentBookByStaff(input: $input) {
      appointment {
        id
        start
      }
      obstacles {
        code
        message
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
