import { bookingFields, branchFields, serviceFields } from '../operations';

const fields = `${bookingFields} locale status changeableUntil roomDelayedUntil branch { ${branchFields} } service { ${serviceFields} }`;

/** GraphQL operations of the manage page. A test validates them against the schema. */
export const operations = {
  booking: `query Booking($secret: String!) {
  booking(secret: $secret) { ${fields} }
}`,
  move: `mutation Move($input: AppointmentMoveInput!) {
  answer: appointmentMove(input: $input) {
    booking { ${fields} }
    alternatives { start staff { id displayName } }
    userErrors { code field message }
  }
}`,
  cancel: `mutation Cancel($input: AppointmentCancelInput!) {
  answer: appointmentCancel(input: $input) { booking { ${fields} } userErrors { code field message } }
}`,
} as const;
