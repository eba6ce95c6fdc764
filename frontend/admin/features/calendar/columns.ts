import { secondsOf } from './board_scale';
import type { Appointment, Day, Profile } from './calendar_query';

/** A stretch of time in seconds since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** Where an appointment is: with whom, and when it begins, in seconds since the epoch. */
export interface Place {
  staffId: string;
  from: number;
}

/** An appointment as the board shows it. */
export interface Placed extends Place, Span {
  id: string;
  appointment: Appointment;
}

/** The column of one profile. */
export interface Column {
  profile: Profile;
  working: Span[];
  appointments: Placed[];
}

/** Puts an appointment where it is, or where it is being moved to. */
export function placed(appointment: Appointment, moved?: Place): Placed {
  const start = secondsOf(appointment.start);
  const from = moved?.from ?? start;
  return {
    id: appointment.id,
    appointment,
    staffId: moved?.staffId ?? appointment.staff.id,
    from,
    to: from + secondsOf(appointment.end) - start,
  };
}

/** A column for each profile of the roster, and for each that has appointments although it is no longer in it. */
export function columnsOf(day: Day, appointments: readonly Placed[]): Column[] {
  const rostered = day.staff.map(({ profile, working }) => ({
    profile,
    working: working.map(({ start, end }) => ({ from: secondsOf(start), to: secondsOf(end) })),
  }));
  const known = new Set(rostered.map(({ profile }) => profile.id));
  const others = new Map(appointments.filter(({ staffId }) => !known.has(staffId)).map(({ appointment: { staff } }) => [staff.id, staff]));
  return [...rostered, ...[...others.values()].map((profile) => ({ profile, working: [] }))].map(({ profile, working }) => ({
    profile,
    working,
    appointments: appointments.filter(({ staffId }) => staffId === profile.id).toSorted((a, b) => a.from - b.from),
  }));
}

/** What is left of a stretch when other stretches, which ascend and do not overlap, are cut out of it. */
export function gaps({ from, to }: Span, spans: readonly Span[]): Span[] {
  const ends = [from, ...spans.map((span) => span.to)];
  const starts = [...spans.map((span) => span.from), to];
  return ends
    .map((end, index) => ({ from: Math.max(from, end), to: Math.min(to, starts[index] ?? to) }))
    .filter((gap) => gap.from < gap.to);
}
