/** What the booking asks the server. A test holds each against the schema. */
export const operations = {
  salon: `query Salon($slug: String!) {
  branch(slug: $slug) { id name timeZone locale email phone videoOnlyModes { from until message } }
  serviceCategories { id name services { id name description delivery duration bookableOnline price { minorUnits currency } } }
}`,
  videoStarts: `query VideoStarts($branchId: ID!, $serviceId: ID!, $from: LocalDate!, $to: LocalDate!, $holdSecret: String) {
  offers: bookableVideoConsultations(branchId: $branchId, serviceIds: [$serviceId], from: $from, to: $to, holdSecret: $holdSecret) {
    staff { id displayName color } days { date starts }
  }
}`,
  salonStarts: `query SalonStarts($branchId: ID!, $serviceId: ID!, $from: LocalDate!, $to: LocalDate!, $holdSecret: String) {
  offers: bookableSalonVisits(branchId: $branchId, serviceIds: [$serviceId], from: $from, to: $to, holdSecret: $holdSecret) {
    staff { id displayName color } days { date starts }
  }
}`,
  hold: `mutation Hold($input: AppointmentHoldInput!) {
  answer: appointmentHold(input: $input) {
    hold { secret expiresAt start end staff { id displayName } }
    alternatives { start staff { id displayName } }
    userErrors { code field message }
  }
}`,
  release: `mutation Release($input: AppointmentHoldReleaseInput!) {
  answer: appointmentHoldRelease(input: $input) { userErrors { code field message } }
}`,
  book: `mutation Book($input: AppointmentBookInput!) {
  answer: appointmentBook(input: $input) {
    booking { id start end joinUrl staff { displayName } }
    alternatives { start staff { id displayName } }
    userErrors { code field message }
  }
}`,
} as const;
