import { callStaysOpen } from '../../../limits';
import { secondsOf } from './board_scale';

/** What entering the room of an appointment depends on. */
export interface RoomEntry {
  start: string;
  end: string;
  roomOpensAt: string | null;
  roomAdmittedAt: string | null;
  roomDelayedUntil: string | null;
  roomEndedAt: string | null;
  roomIsOwn: boolean;
  customerWaitsSince: string | null;
  customerLateUntil: string | null;
  branch: { admitByHand: boolean };
}

/** Reports whether the customer is there and has not been let in. */
export const isWaiting = ({ customerWaitsSince, roomAdmittedAt }: Pick<RoomEntry, 'customerWaitsSince' | 'roomAdmittedAt'>): boolean =>
  customerWaitsSince !== null && roomAdmittedAt === null;

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
  const { start, roomOpensAt, roomAdmittedAt, roomDelayedUntil, roomEndedAt, roomIsOwn, branch } = entry;
  const isNear = secondsOf(start) - hour <= now && now < closesAt(entry);
  const isByHand = roomIsOwn || branch.admitByHand;
  const isShut = roomOpensAt === null || (now < secondsOf(roomOpensAt) && roomOpensAt !== roomAdmittedAt);
  return {
    /** The customer cannot enter without it yet, or no longer. */
    canAdmit: isNear && (isByHand ? roomAdmittedAt === null || roomEndedAt !== null : isShut),
    canDelay: isNear && now < expectedEnd(entry),
    canUndo: isNear && (roomAdmittedAt !== null || roomDelayedUntil !== null || roomEndedAt !== null),
  };
}

/** Returns the minutes of a delay that is longer than the present one by some minutes. The server counts from the start, or from now if that has passed. */
export function longerDelay(now: number, { start, roomDelayedUntil }: Pick<RoomEntry, 'start' | 'roomDelayedUntil'>, minutes = 5): number {
  const from = Math.max(secondsOf(start), now);
  const present = roomDelayedUntil ? Math.max(0, Math.ceil((secondsOf(roomDelayedUntil) - from) / minute)) : 0;
  return Math.min(present + minutes, longest);
}
