import { store, stored } from '../../../environment/storage';
import { today } from '../../session/today';

const key = 'visavis-moves-without-question';

/** What the user has decided for all drops of a day. */
interface Decision {
  notifiesCustomer: boolean;
}

/** Returns what was decided for all drops of today, in the zone of the salon; undefined if each is asked about. */
export function decidedToday(timeZone: string): Decision | undefined {
  const [day, quietly] = stored(key)?.split(' ') ?? [];
  return day === today(timeZone) ? { notifiesCustomer: quietly === undefined } : undefined;
}

/** Asks no more today, and does with all drops what was decided. */
export const askNoMoreToday = (timeZone: string, { notifiesCustomer }: Decision): void =>
  store(key, notifiesCustomer ? today(timeZone) : `${today(timeZone)} quietly`);
