import { instantAt } from '../../session/wall_clock';
import { secondsOf, type Span } from './board_scale';
import type { Appointment, Day, Profile, RosterAbsence } from './calendar_query';

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

/** An absence on one day. */
export interface Absent extends Span {
  id: string;
  absence: RosterAbsence;
  /** Whether it lasts all day. */
  isAllDay: boolean;
}

/** The column of one profile on one day. */
export interface Column extends Span {
  id: string;
  profile: Profile;
  /** The local date. */
  date: string;
  /** The instant at the height of 00:00, in seconds since the epoch. */
  origin: number;
  working: Span[];
  absences: Absent[];
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

const halfDay = 12 * 60 * 60;

/** Returns a column for each day and each profile that is rostered or has appointments. */
export function columnsOf(days: readonly Day[], appointments: readonly Placed[], timeZone: string): Column[] {
  const starts = days.map(({ start }) => secondsOf(start));
  const byPlace = new Map<string, Placed[]>();
  for (const one of appointments) {
    const place = key(one.staffId, Math.max(0, starts.findLastIndex((start) => start <= one.from)));
    byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
  }
  const known = new Set(days.flatMap(({ staff }) => staff.map(({ profile }) => profile.id)));
  const others = new Map(appointments.filter(({ staffId }) => !known.has(staffId)).map(({ appointment: { staff } }) => [staff.id, staff]));
  return days.flatMap((day, index) => {
    const span = { from: secondsOf(day.start), to: secondsOf(day.end) };
    // Days side by side share one axis, whichever hour the clocks skip or repeat at night.
    const origin = days.length > 1 ? secondsOf(instantAt(day.date, '12:00', timeZone)) - halfDay : span.from;
    const rostered = day.staff.map(({ profile, working, absences }) => ({
      profile,
      working: working.map(({ start, end }) => ({ from: secondsOf(start), to: secondsOf(end) })),
      absences: absences.map((absence) => absentOn(span, absence)),
    }));
    const unrostered = [...others.values()].map((profile) => ({ profile, working: [], absences: [] }));
    return [...rostered, ...unrostered].map(({ profile, working, absences }) => ({
      id: days.length > 1 ? `${profile.id} ${day.date}` : profile.id,
      profile,
      date: day.date,
      origin,
      from: span.from,
      to: span.to,
      working,
      absences,
      appointments: (byPlace.get(key(profile.id, index)) ?? []).toSorted((a, b) => a.from - b.from),
    }));
  });
}

const key = (staffId: string, day: number) => `${staffId} ${day}`;

function absentOn({ from, to }: Span, absence: RosterAbsence): Absent {
  const { id, start, end } = absence;
  const isAllDay = !start || !end || (secondsOf(start) <= from && to <= secondsOf(end));
  return { id, absence, isAllDay, from: start ? Math.max(from, secondsOf(start)) : from, to: end ? Math.min(to, secondsOf(end)) : to };
}

/** Returns the column in which an appointment stands; -1 if there is none. */
export function columnOf(columns: readonly Column[], { staffId, from }: Place): number {
  const exact = columns.findIndex((column) => column.profile.id === staffId && column.from <= from && from < column.to);
  return exact >= 0 ? exact : columns.findIndex(({ profile }) => profile.id === staffId); // one that began the day before
}

/** Returns the profiles of columns, each once. */
export const peopleOf = (columns: readonly Column[]): Profile[] => [...new Map(columns.map(({ profile }) => [profile.id, profile])).values()];

/** Returns the rest of a period without others, which must be sorted and disjoint. */
export function gaps({ from, to }: Span, spans: readonly Span[]): Span[] {
  const ends = [from, ...spans.map((span) => span.to)];
  const starts = [...spans.map((span) => span.from), to];
  return ends
    .map((end, index) => ({ from: Math.max(from, end), to: Math.min(to, starts[index] ?? to) }))
    .filter((gap) => gap.from < gap.to);
}
