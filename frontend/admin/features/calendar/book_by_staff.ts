import { graphql } from '../../api/graphql';

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
