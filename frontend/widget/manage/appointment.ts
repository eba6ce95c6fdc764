import { callStaysOpen } from '../../limits';
import type { Locale } from '../language';
import type { Alternative, Booked, Branch, Service, UserError } from '../api';

/** An appointment on the manage page. */
export interface Appointment extends Booked {
  status: 'CONFIRMED' | 'CANCELLED' | 'COMPLETED' | 'NO_SHOW';
  /** Language in which the customer is addressed; null: unknown. */
  locale: Locale | null;
  /** When staff expect to begin; null if that is the start. */
  roomDelayedUntil: string | null;
  /** Latest request to the salon; null: there was none. */
  changeRequest: ChangeRequest | null;
  /** Latest offer of other times by the salon; null: there was none. */
  offer: Offer | null;
  /** Address that nobody has confirmed; null: it is confirmed, or there is none. */
  unconfirmedEmail: string | null;
  /** Whether there is an address to which emails about it go. */
  hasEmail: boolean;
  branch: Branch;
  service: Service;
}

/** What a customer asks of the salon. */
export type ChangeKind = 'MOVE' | 'CANCEL';

/** A request to the salon. */
export interface ChangeRequest {
  kind: ChangeKind;
  state: 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN' | 'LAPSED';
  text: string;
  answer: string;
}

/** Other times that the salon has offered. */
export interface Offer {
  state: 'OPEN' | 'TAKEN' | 'WITHDRAWN' | 'EXPIRED' | 'LAPSED';
  expiresAt: string;
  starts: Alternative[];
}

/** An appointment whose address has just been corrected, with the secret that replaces that of its link. */
export interface Corrected extends Appointment {
  secret: string;
}

/** The payload of a mutation. */
export interface Payload<Answer = Appointment> {
  booking: Answer | null;
  userErrors: UserError[];
  alternatives?: Alternative[];
}

/** The stage of an appointment, which decides what the customer can do. */
export type Stage = 'changeable' | 'fixed' | 'running' | 'over' | 'cancelled';

type Times = Pick<Appointment, 'start' | 'end' | 'roomDelayedUntil'>;

/** Returns when the call is expected to begin, in milliseconds since the epoch. */
const beginOf = ({ start, roomDelayedUntil }: Times): number => Math.max(Date.parse(start), Date.parse(roomDelayedUntil ?? start));

/** Returns when the call is expected to end, in milliseconds since the epoch: a delayed call takes no less time. */
const endOf = (times: Times): number => beginOf(times) + Date.parse(times.end) - Date.parse(times.start);

/** Returns the stage at a time in milliseconds since the epoch. The server is authoritative; this only selects what to show. */
export function stageOf(appointment: Times & Pick<Appointment, 'status' | 'changeableUntil'>, now: number): Stage {
  const { status, changeableUntil } = appointment;
  if (status === 'CANCELLED') {
    return 'cancelled';
  }
  if (status !== 'CONFIRMED' || now >= endOf(appointment)) {
    return 'over';
  }
  if (now >= beginOf(appointment)) {
    return 'running';
  }
  return now <= Date.parse(changeableUntil) ? 'changeable' : 'fixed';
}

/** Whether the customer may still enter the call at a time in milliseconds since the epoch, as far as this page knows: a call may overrun. */
export const mayJoin = (appointment: Times & Pick<Appointment, 'status'>, now: number): boolean =>
  appointment.status === 'CONFIRMED' && now < endOf(appointment) + callStaysOpen * 1000;

/** Returns by how many minutes the call begins later, and when; undefined if it does not, or from then on. */
export function delayOf(appointment: Times & Pick<Appointment, 'status'>, now: number): { minutes: number; until: string } | undefined {
  const { status, start, roomDelayedUntil: until } = appointment;
  return status === 'CONFIRMED' && until && now < Date.parse(until) ? { minutes: Math.round((Date.parse(until) - Date.parse(start)) / 60_000), until } : undefined;
}
