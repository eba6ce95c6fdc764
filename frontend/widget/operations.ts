/** Fields of a branch that the widget shows. */
export const branchFields = 'id name slug timeZone timeZoneAliases locale email phone sendsMail customerPhone address { street postalCode city } bookingRules { hold horizonDays } videoOnlyModes { from until message } vatNote imprint { pageUrl } privacyNotice { pageUrl } terms { pageUrl version }';

/** Fields of a service that the widget shows. */
export const serviceFields = 'id name description delivery duration price { minorUnits currency digits }';

/** Fields of a branch that books: it shows its color, and its services. */
export const salonFields = `${branchFields} accent { light { accent text } dark { accent text } } bookableServices { ${serviceFields} category { id name } }`;

/** Fields of a person whom customers choose or meet. */
export const personFields = 'id displayName photo { url: smallUrl }';

/** Fields of the answer to a hold or a booking that is refused. */
export const refusalFields = 'alternatives { start staff { id displayName } } proofChallenge { algorithm challenge maxNumber salt signature } userErrors { code field message }';

const searchVariables = '$branchId: ID!, $serviceId: ID!, $from: LocalDate!, $to: LocalDate!, $holdSecret: String, $bookingSecret: String';

const searchArguments = 'branchId: $branchId, serviceId: $serviceId, from: $from, to: $to, holdSecret: $holdSecret, bookingSecret: $bookingSecret';

/** GraphQL operations of the booking page. A test validates them against the schema. */
export const operations = {
  salon: `query Salon($slug: String!) {
  branch(slug: $slug) { ${salonFields} }
}`,
  days: `query Days(${searchVariables}, $staffId: ID, $withStarts: Boolean!) {
  answer: bookableDays(${searchArguments}, staffId: $staffId) { date startCount @skip(if: $withStarts) starts @include(if: $withStarts) }
}`,
  staff: `query BookableStaff(${searchVariables}) {
  answer: bookableStaff(${searchArguments}) { staff { ${personFields} color } nextStart }
}`,
  hold: `mutation Hold($input: AppointmentHoldInput!) {
  answer: appointmentHold(input: $input) {
    hold { secret start changeableUntil staff { ${personFields} } }
    ${refusalFields}
  }
}`,
  release: `mutation Release($input: AppointmentHoldReleaseInput!) {
  answer: appointmentHoldRelease(input: $input) { userErrors { code } }
}`,
} as const;
