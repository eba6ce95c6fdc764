import { now } from '../environment/clock';
import { deviceZone, engineZone } from '../environment/zone';
import type { Branch, Money } from './api';
import type { Language } from './language';

const tags: Record<Language, string> = { de: 'de-DE', en: 'en-GB', fr: 'fr-FR', tr: 'tr-TR' };

/** Writes the first day of a month as French does, which Intl does not: le 1er décembre. */
const withFirst = (language: Language, text: string) => (language === 'fr' ? text.replace(/ 1 /, ' 1er ') : text);

/** Formats wall-clock times, such as 2026-11-26 10:00. */
const wallClock = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/** Returns the date by a wall clock, such as 2026-11-26. */
const dateBy = (clock: Intl.DateTimeFormat, at: string) => clock.format(Date.parse(at)).slice(0, 10);

/** By how many minutes clocks are put back at once. */
const putBack = [30, 60];

/**
 * Returns formatters for times and for amounts of money. Times are those of the salon's clock, or by choice those of the customer's; days are
 * always the salon's.
 */
export function formatOf(language: Language, salon: Pick<Branch, 'timeZone' | 'timeZoneAliases'>, customerZone = deviceZone(), isOwnClock = false) {
  const salonZone = engineZone(salon.timeZone, salon.timeZoneAliases);
  const zones = [salonZone, customerZone ?? salonZone] as const;
  const [zone, otherZone] = isOwnClock ? [zones[1], zones[0]] : zones;
  const formatter = (options: Intl.DateTimeFormatOptions, timeZone = zone) => new Intl.DateTimeFormat(tags[language], { ...options, timeZone });
  const [clock, otherClock, salonClock] = [wallClock(zone), wallClock(otherZone), wallClock(salonZone)];
  /** Formats times in a zone. In the night when clocks go back, the same time comes twice, and the name of the zone tells them apart. */
  function ofTime(options: Intl.DateTimeFormatOptions, timeZone = zone) {
    const minutes = { hour: '2-digit', minute: '2-digit' } as const;
    const format = formatter({ ...options, ...minutes }, timeZone);
    const wall = wallClock(timeZone);
    return (at: string) => {
      const time = Date.parse(at);
      const comesTwice = putBack.some((by) => [-by, by].some((shift) => wall.format(time) === wall.format(time + shift * 60_000)));
      return withFirst(language, (comesTwice ? formatter({ ...options, ...minutes, timeZoneName: 'short' }, timeZone) : format).format(time));
    };
  }
  const weekday = { weekday: 'short' } as const;
  const [time, timeOfDay] = [ofTime({}), ofTime(weekday)];
  const [otherTime, otherTimeOfDay] = [ofTime({}, otherZone), ofTime(weekday, otherZone)];
  const ofDate = (options: Intl.DateTimeFormatOptions) => {
    const format = formatter(options, 'UTC');
    return (date: string) => withFirst(language, format.format(Date.parse(date)));
  };
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return {
    isOwnClock,
    /** The zone of all times but those of the other clock. */
    zone,
    /** Returns the time, with the weekday if it is another than the salon's. */
    time: (at: string) => (dateBy(clock, at) === dateBy(salonClock, at) ? time : timeOfDay)(at),
    moment: ofTime(day),
    shortMoment: ofTime({ ...weekday, day: 'numeric', month: 'short' }),
    /** Returns the time by the other clock, with the weekday if it differs; undefined if it is the same or unknown. */
    otherTime(at: string): string | undefined {
      const isSame = clock.format(Date.parse(at)) === otherClock.format(Date.parse(at));
      return isSame ? undefined : (dateBy(clock, at) === dateBy(otherClock, at) ? otherTime : otherTimeOfDay)(at);
    },
    knowsCustomerZone: Boolean(customerZone),
    hour: (at: string) => Number(clock.format(Date.parse(at)).slice(11, 13)),
    day: ofDate(day),
    /** Returns a formatter for dates. */
    ofDate,
    money({ minorUnits, currency, digits }: Money) {
      const options = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
      return new Intl.NumberFormat(tags[language], options).format(minorUnits / 10 ** digits);
    },
    /** Returns the salon's date at a time, such as 2026-11-23. */
    dateOf: (at: string) => dateBy(salonClock, at),
    today: () => salonClock.format(now()).slice(0, 10),
  };
}

export type Format = ReturnType<typeof formatOf>;

/** Returns the minutes of an ISO 8601 duration. */
export function minutesOf(duration: string): number {
  const [, days = '0', hours = '0', minutes = '0'] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
}
