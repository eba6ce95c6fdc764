import { run } from './api';

/** Of the demo salon. */
export const branchId = 'brn_demo-mitte';

const day = 24 * 60 * 60 * 1000;

interface Offer {
  service: { id: string };
  staff: { id: string };
  days: { starts: string[] }[];
}

/** The last start within two weeks, which stays bookable for as long as a test takes. */
export async function freeStart(origin: string): Promise<Record<string, string>> {
  const query = `query ($branchId: ID!, $from: LocalDate!, $to: LocalDate!) {
    bookableVideoConsultations(branchId: $branchId, from: $from, to: $to) { service { id } staff { id } days { starts } } }`;
  const [from, to] = [0, 14].map((days) => new Date(Date.now() + days * day).toISOString().slice(0, 10));
  const answer = await run(origin, query, { branchId, from, to });
  const [offer] = (answer.data?.['bookableVideoConsultations'] ?? []) as Offer[];
  const start = offer?.days.at(-1)?.starts.at(-1);
  if (!offer || !start) {
    throw new TypeError(JSON.stringify(answer));
  }
  return { branchId, serviceId: offer.service.id, staffId: offer.staff.id, start };
}

export const holdMutation = `mutation ($input: AppointmentHoldInput!) {
  appointmentHold(input: $input) { hold { secret } userErrors { message } } }`;

export const releaseMutation = `mutation ($secret: String!) {
  appointmentHoldRelease(input: { secret: $secret }) { userErrors { message } } }`;

/** Reserves a start, which is a change of the branch that anyone can make, and gives the hold's secret. */
export async function hold(origin: string): Promise<string> {
  const answer = await run(origin, holdMutation, { input: await freeStart(origin) });
  const payload = answer.data?.['appointmentHold'] as { hold: { secret: string } | null } | undefined;
  if (!payload?.hold) {
    throw new TypeError(JSON.stringify(answer));
  }
  return payload.hold.secret;
}

/** Gives a hold up, which is another change. */
export async function release(origin: string, secret: string) {
  const answer = await run(origin, releaseMutation, { secret });
  if (answer.errors) {
    throw new TypeError(JSON.stringify(answer));
  }
}
