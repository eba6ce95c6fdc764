import { bookingFields } from './booking_fields';
import { refusalFields } from './operations';

/** The GraphQL query for the terms in force. A test validates it against the schema. */
export const termsQuery = `query Terms($slug: String!) {
  branch(slug: $slug) { terms { pageUrl version } }
}`;

/** The GraphQL operation that books. A test validates it against the schema. */
export const bookOperation = `mutation Book($input: AppointmentBookInput!) {
  answer: appointmentBook(input: $input) {
    booking { ${bookingFields} }
    confirmationRequired { expiresAt email }
    ${refusalFields}
  }
}`;
