import { callStaysOpen } from '../../limits';
import type { Alternative, Booked, Branch, Service, UserError } from '../api';

/** An appointment on the manage page. */
export interface Appointment extends Booked {
  status: 'CONFIRMED' | 'CANCELLED' | 'COMPLETED' | 'NO_SHOW';
  /** Deadline for the customer to move or cancel. */
  changeableUntil: string;
  branch: Branch;
  service: Service;
}

/** The payload of a mutation. */
export interface Payload {
  booking: Appointment | null;
  userErrors: UserError[];
  alternatives?: Alternative[];
}

/** The stage of an appointment, which decides what the customer can do. */
export type Stage = 'changeable' | 'fixed' | 'running' | 'over' | 'cancelled';

/** Returns the stage at a time in milliseconds since the epoch. The server is authoritative; this only selects what to show. */
export function stageOf({ status, start, end, changeableUntil }: Pick<Appointment, 'status' | 'start' | 'end' | 'changeableUntil'>, now: number): Stage {
  if (status === 'CANCELLED') {
    return 'cancelled';
  }
  if (status !== 'CONFIRMED' || now >= Date.parse(end)) {
    return 'over';
  }
  if (now >= Date.parse(start)) {
    return 'running';
  }
  return now <= Date.parse(changeableUntil) ? 'changeable' : 'fixed';
}

/** Whether the customer may still enter the call at a time in milliseconds since the epoch, as far as this page knows: a call may overrun. */
export const mayJoin = ({ status, end }: Pick<Appointment, 'status' | 'end'>, now: number): boolean =>
  status === 'CONFIRMED' && now < Date.parse(end) + callStaysOpen * 1000;
