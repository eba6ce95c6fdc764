import type { Alternative, Booked, Branch, Service, UserError } from '../api';

/** An appointment as the page of its client knows it. */
export interface Appointment extends Booked {
  status: 'CONFIRMED' | 'CANCELLED' | 'COMPLETED' | 'NO_SHOW';
  /** Until then its client may move or cancel it. */
  changeableUntil: string;
  branch: Branch;
  service: Service;
}

/** What a change answers. */
export interface Answer {
  booking: Appointment | null;
  userErrors: UserError[];
  alternatives?: Alternative[];
}

/** What is open to the client of an appointment. */
export type Stage = 'changeable' | 'fixed' | 'running' | 'over' | 'cancelled';

/** The stage of an appointment at a time of Date.now(). The server decides; this only chooses what is shown. */
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
