import { bookingFields, refusalFields } from './operations';

/** The GraphQL operation that books. A test validates it against the schema. */
export const bookOperation = `mutation Book($input: AppointmentBookInput!) {
  answer: appointmentBook(input: $input) {
    booking { ${bookingFields} }
    confirmationRequired { expiresAt email }
    ${refusalFields}
  }
}`;
