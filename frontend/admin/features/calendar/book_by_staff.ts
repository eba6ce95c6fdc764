import { graphql } from '../../api/graphql';

/** Loads the services to book. */
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
