import type { Place, RoomFacts } from '../../call';
import type { Photo } from '../api';

/** A room as its customer sees it. */
export interface Room extends RoomFacts {
  appointmentId: string;
  missing: boolean;
  mayEnter: boolean;
  service: { id: string; name: string };
  staff: { id: string; displayName: string; title: string; photo: Photo | null };
  start: string;
  end: string;
  changed: boolean;
  opensAt: string | null;
  closesAt: string;
  opensLater: 'PREVIOUS_CALL' | 'DELAY' | 'TAKEN' | null;
  delayedUntil: string | null;
  customerLateUntil: string | null;
  customerWaitsSince: string | null;
  admittedAt: string | null;
  endedAt: string | null;
}

/** What does not change while the page is open. */
export interface Salon {
  name: string;
  slug: string;
  timeZone: string;
  timeZoneAliases: string[];
  phone: string;
  email: string;
}

/** What the page shows. */
export type View = 'CLOSED' | 'OPEN' | 'WAITING' | 'CALL' | 'ELSEWHERE' | 'REPLACED' | 'OTHER' | 'AFTER' | 'CANCELLED';

/** Returns what the page shows of a room when this device is at a place. */
export function viewOf({ state, own }: Pick<Room, 'state' | 'own'>, place: Place): View {
  switch (state) {
    case 'CANCELLED':
    case 'CLOSED':
      return state;
    case 'ENDED':
      return 'AFTER';
    default:
  }
  if (!own) {
    return 'OTHER';
  }
  if (place === 'ELSEWHERE' || place === 'REPLACED') {
    return place;
  }
  if (place !== 'INSIDE') {
    return 'OPEN';
  }
  return state === 'IN_CALL' ? 'CALL' : 'WAITING';
}

/** Reports whether camera and microphone may stay open at a place, beyond a test of them. */
export const mayHoldDevices = (place: Place): boolean => place === 'INSIDE' || place === 'ENTERING';

const minute = 60_000;

/** Returns the whole minutes since a time in milliseconds; 0 if it is ahead. */
export const minutesSince = (at: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(at)) / minute));

/** Returns the minutes until a time, begun ones included; 0 if it has passed. */
export const minutesUntil = (at: string, now: number): number => Math.max(0, Math.ceil((Date.parse(at) - now) / minute));

/** Returns until when the call is put off; null if it is not any more. */
export const delayAhead = ({ delayedUntil }: Pick<Room, 'delayedUntil'>, now: number): string | null =>
  delayedUntil && Date.parse(delayedUntil) > now ? delayedUntil : null;

/** How long before the start a customer may say that they are late, in milliseconds. */
const lateBefore = 60 * minute;

/** Reports whether a customer can say now that they will be late: before they are there, but not days before. */
export const mayBeLate = ({ start, customerLateUntil }: Pick<Room, 'start' | 'customerLateUntil'>, now: number): boolean =>
  Date.parse(start) - now <= lateBefore && !customerLateUntil;

const two = (number: number) => String(number % 60).padStart(2, '0');

/** Returns the time until an instant as a clock shows it, such as 1:04:09 or 14:09; null if more than a day is left. */
export function countdown(at: string, now: number): string | null {
  const seconds = Math.max(0, Math.ceil((Date.parse(at) - now) / 1000));
  if (seconds >= 86_400) {
    return null;
  }
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
