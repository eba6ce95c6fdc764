import { bookingFields } from '../booking_fields';
import { branchFields, serviceFields } from '../operations';

const fields = `${bookingFields} locale status roomDelayedUntil changeRequest { id kind state text answer } offer { id state expiresAt starts { start staff { id displayName } } } unconfirmedEmail hasEmail branch { ${branchFields} } service { ${serviceFields} }`;

const offerVariables = '$branchId: ID!, $serviceId: ID!, $from: LocalDate!, $to: LocalDate!, $bookingSecret: String';

const offerArguments = 'branchId: $branchId, serviceIds: [$serviceId], from: $from, to: $to, bookingSecret: $bookingSecret';

/** GraphQL operations of the manage page. A test validates them against the schema. */
export const operations = {
  booking: `query Booking($secret: String!) {
  booking(secret: $secret) { ${fields} }
}`,
  videoStarts: `query VideoStarts(${offerVariables}) {
  offers: bookableVideoConsultations(${offerArguments}) { staff { id displayName } days { date starts } }
}`,
  salonStarts: `query SalonStarts(${offerVariables}) {
  offers: bookableSalonVisits(${offerArguments}) { staff { id displayName } days { date starts } }
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
  take: `mutation Take($input: AppointmentOfferTakeInput!) {
  answer: appointmentOfferTake(input: $input) { booking { ${fields} } userErrors { code field message } }
}`,
  request: `mutation Request($input: ChangeRequestCreateInput!) {
  answer: changeRequestCreate(input: $input) { booking { ${fields} } userErrors { code field message } }
}`,
  withdraw: `mutation Withdraw($input: ChangeRequestWithdrawInput!) {
  answer: changeRequestWithdraw(input: $input) { booking { ${fields} } userErrors { code field message } }
}`,
  resend: `mutation Resend($input: AppointmentMailResendInput!) {
  answer: appointmentMailResend(input: $input) { booking { id } userErrors { code field message } }
}`,
  correct: `mutation Correct($input: AppointmentEmailCorrectInput!) {
  answer: appointmentEmailCorrect(input: $input) { booking { ${fields} secret } userErrors { code field message } }
}`,
  data: `mutation Data($input: CustomerLinkSendInput!) {
  answer: customerLinkSend(input: $input) { userErrors { code field message } }
}`,
} as const;
