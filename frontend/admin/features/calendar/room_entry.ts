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

/** Returns what staff can do about the room at an instant, in seconds since the epoch. */
export function actionsAt(now: number, { start, end, roomOpensAt, roomAdmittedAt, roomDelayedUntil }: RoomEntry) {
  const isNear = secondsOf(start) - hour <= now && now < secondsOf(end) + callStaysOpen;
  return {
    /** The customer cannot enter yet, or no longer. */
    canAdmit: isNear && (roomOpensAt === null || (now < secondsOf(roomOpensAt) && roomOpensAt !== roomAdmittedAt)),
    canDelay: isNear && now < secondsOf(end),
    canUndo: isNear && (roomAdmittedAt !== null || roomDelayedUntil !== null),
  };
}

/** Returns the minutes of a delay that is five minutes longer than the present one. The server counts from the start, or from now if that has passed. */
export function longerDelay(now: number, { start, roomDelayedUntil }: RoomEntry): number {
  const from = Math.max(secondsOf(start), now);
  const present = roomDelayedUntil ? Math.max(0, Math.ceil((secondsOf(roomDelayedUntil) - from) / minute)) : 0;
  return Math.min(present + 5, longest);
}
