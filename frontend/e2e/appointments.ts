import { getDayOfWeek, parseDate, parseDateTime, toZoned, today } from '@internationalized/date';
import { run } from './api';
import { sessionOf } from './session';

const zone = 'Europe/Berlin';

/** A Wednesday on which the demo salon is open and Anna and Ben work: a week ahead at least. */
export function wednesday(): string {
  const day = today(zone).add({ days: 7 });
  return day.add({ days: (2 - getDayOfWeek(day, 'de-DE') + 7) % 7 }).toString(); // with Monday as 0
}

/** The instant at which a clock in Berlin shows the time. */
export const berlin = (date: string, time: string): string =>
  toZoned(parseDateTime(`${date}T${time}`), zone).toDate().toISOString().replace('.000Z', 'Z');

/** Some days later. */
export const later = (date: string, days: number): string => parseDate(date).add({ days }).toString();

interface Wish {
  staffId?: string;
  serviceId?: string;
  start: string;
  name?: string;
  email?: string;
}

const book = `mutation ($input: AppointmentBookByStaffInput!) {
  appointmentBookByStaff(input: $input) { appointment { id } userErrors { message } }
}`;

/** Books in the demo salon, as its manager and whatever the rules say; gives the ID. */
export async function bookByStaff(
  origin: string,
  { staffId = 'stf_demo-anna', serviceId = 'svc_demo-cut', start, name = 'Nora Albrecht', email }: Wish,
): Promise<string> {
  const input = { branchId: 'brn_demo-mitte', serviceId, staffId, start, override: true, customer: { name, email, locale: 'DE' } };
  const { data, errors } = await run(origin, book, { input }, { cookie: sessionOf('clara') });
  const payload = data?.['appointmentBookByStaff'] as { appointment: { id: string } | null; userErrors: { message: string }[] } | undefined;
  if (!payload?.appointment) {
    throw new TypeError(JSON.stringify(payload?.userErrors ?? errors));
  }
  return payload.appointment.id;
}

/**
 * Books a video consultation that begins so many minutes from now, whatever the rules say, and returns its ID and join link. A customer
 * with an address gets the link by mail, too.
 */
export async function bookRoom(origin: string, minutes: number, locale: string, email?: string): Promise<{ id: string; joinUrl: string }> {
  const minute = 60_000;
  const start = new Date(Math.floor(Date.now() / minute + minutes) * minute).toISOString().replace('.000', '');
  const mutation = `mutation ($start: Instant!, $locale: Locale!, $email: String) {
    appointmentBookByStaff(input: {
      branchId: "brn_demo-mitte", serviceId: "svc_demo-video-care", staffId: "stf_demo-anna", start: $start, override: true,
      customer: { name: "Carla Kunde", locale: $locale, email: $email }
    }) { appointment { id joinUrl } userErrors { message } } }`;
  const answer = await run(origin, mutation, { start, locale, email }, { cookie: sessionOf('clara') });
  const payload = answer.data?.['appointmentBookByStaff'] as { appointment: { id: string; joinUrl: string } } | undefined;
  if (!payload) {
    throw new TypeError(JSON.stringify(answer));
  }
  return payload.appointment;
}

/** Where an appointment is now, as the server says: with whom and when. */
export async function placeOf(origin: string, id: string): Promise<string> {
  const query = 'query ($id: ID!) { appointment(id: $id) { start status staff { displayName } } }';
  const { data } = await run(origin, query, { id }, { cookie: sessionOf('clara') });
  const found = data?.['appointment'] as { start: string; status: string; staff: { displayName: string } };
  return `${found.status} ${found.staff.displayName} ${found.start}`;
}
