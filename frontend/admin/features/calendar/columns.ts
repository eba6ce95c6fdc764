import { secondsOf } from './board_scale';
import type { Appointment, Day, Profile } from './calendar_query';

/** A period, in seconds since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** The profile and the start of an appointment, in seconds since the epoch. */
export interface Place {
  staffId: string;
  from: number;
}

/** An appointment with its position on the board. */
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

/** Returns an appointment at its place, or at the place it is moved to. */
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

/** Returns a column for each profile that is rostered or has appointments. */
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

/** Returns the rest of a period without others, which must be sorted and disjoint. */
export function gaps({ from, to }: Span, spans: readonly Span[]): Span[] {
  const ends = [from, ...spans.map((span) => span.to)];
  const starts = [...spans.map((span) => span.from), to];
  return ends
    .map((end, index) => ({ from: Math.max(from, end), to: Math.min(to, starts[index] ?? to) }))
    .filter((gap) => gap.from < gap.to);
}
