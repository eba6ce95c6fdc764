import { graphql } from '../../api/graphql';

export const appointmentCancel = graphql(`
  mutation AppointmentCancel($input: AppointmentCancelInput!) {
    appointmentCancel(input: $input) {
      appointment {
        id
        status
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const appointmentOutcomeSet = graphql(`
  mutation AppointmentOutcomeSet($input: AppointmentOutcomeSetInput!) {
    appointmentOutcomeSet(input: $input) {
      appointment {
        id
        status
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const roomAdmit = graphql(`
  mutation RoomAdmit($input: RoomAdmitInput!) {
    roomAdmit(input: $input) {
      appointment {
        id
        roomOpensAt
        roomAdmittedAt
        roomDelayedUntil
        roomEndedAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const roomDelay = graphql(`
  mutation RoomDelay($input: RoomDelayInput!) {
    roomDelay(input: $input) {
      appointment {
        id
        roomOpensAt
        roomAdmittedAt
        roomDelayedUntil
        roomEndedAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
