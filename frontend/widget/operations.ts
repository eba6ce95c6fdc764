/** Fields of a branch that the widget shows. */
export const branchFields = 'id name slug timeZone timeZoneAliases locale email phone sendsMail address { street postalCode city } bookingRules { hold } videoOnlyModes { from until message }';

/** Fields of a service that the widget shows. */
export const serviceFields = 'id name description delivery duration price { minorUnits currency digits }';

/** Fields of an appointment that the widget shows. */
export const bookingFields = 'id start end joinUrl manageUrl calendarUrl staff { id displayName }';

/** Fields of the answer to a hold or a booking that is refused. */
export const refusalFields = 'alternatives { start staff { id displayName } } proofChallenge { algorithm challenge maxNumber salt signature } userErrors { code field message }';

/** GraphQL operations of the booking page. A test validates them against the schema. */
export const operations = {
  salon: `query Salon($slug: String!) {
  branch(slug: $slug) { ${branchFields} bookableServices { ${serviceFields} category { id name } } }
}`,
  videoStarts: `query VideoStarts($branchId: ID!, $serviceId: ID!, $from: LocalDate!, $to: LocalDate!, $holdSecret: String, $bookingSecret: String) {
  offers: bookableVideoConsultations(branchId: $branchId, serviceIds: [$serviceId], from: $from, to: $to, holdSecret: $holdSecret, bookingSecret: $bookingSecret) {
    staff { id displayName color } days { date starts }
  }
}`,
  salonStarts: `query SalonStarts($branchId: ID!, $serviceId: ID!, $from: LocalDate!, $to: LocalDate!, $holdSecret: String, $bookingSecret: String) {
  offers: bookableSalonVisits(branchId: $branchId, serviceIds: [$serviceId], from: $from, to: $to, holdSecret: $holdSecret, bookingSecret: $bookingSecret) {
    staff { id displayName color } days { date starts }
  }
}`,
  hold: `mutation Hold($input: AppointmentHoldInput!) {
  answer: appointmentHold(input: $input) {
    hold { secret start staff { id displayName } }
    ${refusalFields}
  }
}`,
  release: `mutation Release($input: AppointmentHoldReleaseInput!) {
  answer: appointmentHoldRelease(input: $input) { userErrors { code } }
}`,
} as const;
