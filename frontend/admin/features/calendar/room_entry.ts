import { callStaysOpen } from '../../../limits';
import { secondsOf } from './board_scale';

/** What entering the room of an appointment depends on. */
export interface RoomEntry {
  start: string;
  end: string;
  roomOpensAt: string | null;
  roomAdmittedAt: string | null;
  roomDelayedUntil: string | null;
}

const minute = 60;
const hour = 60 * minute;
/** The longest delay, in minutes. */
const longest = 120;

/** Returns when a call is expected to end, in seconds since the epoch: a delayed call takes no less time. */
function expectedEnd({ start, end, roomDelayedUntil }: RoomEntry): number {
  const planned = secondsOf(end);
  return roomDelayedUntil ? Math.max(planned, secondsOf(roomDelayedUntil) + planned - secondsOf(start)) : planned;
}

/** Returns when the room closes at the latest, in seconds since the epoch. */
export function closesAt(entry: RoomEntry): number {
  const { start, end, roomAdmittedAt } = entry;
  const admitted = roomAdmittedAt ? secondsOf(roomAdmittedAt) + secondsOf(end) - secondsOf(start) : 0;
  return Math.max(expectedEnd(entry), admitted) + callStaysOpen;
}

/** Returns what staff can do about the room at an instant, in seconds since the epoch. */
export function actionsAt(now: number, entry: RoomEntry) {
  const { start, roomOpensAt, roomAdmittedAt, roomDelayedUntil } = entry;
  const isNear = secondsOf(start) - hour <= now && now < closesAt(entry);
  return {
    /** The customer cannot enter yet, or no longer. */
    canAdmit: isNear && (roomOpensAt === null || (now < secondsOf(roomOpensAt) && roomOpensAt !== roomAdmittedAt)),
    canDelay: isNear && now < expectedEnd(entry),
    canUndo: isNear && (roomAdmittedAt !== null || roomDelayedUntil !== null),
  };
}

/** Returns the minutes of a delay that is five minutes longer than the present one. The server counts from the start, or from now if that has passed. */
export function longerDelay(now: number, { start, roomDelayedUntil }: RoomEntry): number {
  const from = Math.max(secondsOf(start), now);
  const present = roomDelayedUntil ? Math.max(0, Math.ceil((secondsOf(roomDelayedUntil) - from) / minute)) : 0;
  return Math.min(present + 5, longest);
}
