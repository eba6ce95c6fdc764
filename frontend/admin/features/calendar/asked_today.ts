import { store, stored } from '../../../environment/storage';
import { today } from '../../session/today';

const key = 'visavis-moves-without-question';

/** Reports whether a drop is asked about: until the user wants no more questions today. */
export const asksAboutDrops = (timeZone: string): boolean => stored(key) !== today(timeZone);

/** Asks no more today, in the zone of the salon. */
export const askNoMoreToday = (timeZone: string): void => store(key, today(timeZone));
