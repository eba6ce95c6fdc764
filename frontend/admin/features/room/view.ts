import type { Place } from '../../../call';
import type { Room } from './room_query';

/** What the page shows of a room. */
export type View = 'BEFORE' | 'CALL' | 'OUTSIDE' | 'ELSEWHERE' | 'REPLACED' | 'ENDED' | 'CANCELLED';

/** Returns what the page shows of a room when this device is at a place. OUTSIDE is the call without this device. */
export function viewOf(state: Room['state'], place: Place): View {
  if (state === 'ENDED' || state === 'CANCELLED') {
    return state;
  }
  if (place === 'ELSEWHERE' || place === 'REPLACED') {
    return place;
  }
  if (state !== 'IN_CALL') {
    return 'BEFORE';
  }
  return place === 'INSIDE' ? 'CALL' : 'OUTSIDE';
}

/** Returns the whole minutes since an instant at a time in seconds since the epoch; 0 if it is ahead. */
export const minutesSince = (instant: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(instant) / 1000) / 60));

/** Returns the minutes until an instant, begun ones included; 0 if it has passed. */
export const minutesUntil = (instant: string, now: number): number => Math.max(0, Math.ceil((Date.parse(instant) / 1000 - now) / 60));
