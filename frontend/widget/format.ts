import { now } from '../environment/clock';
import { deviceZone, engineZone } from '../environment/zone';
import type { Branch, Money } from './api';
import type { Language } from './language';

const tags: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

/** Formats wall-clock times, such as 2026-11-26 10:00. */
const wallClock = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/** Returns formatters for times in the salon's and the customer's time zones, and for amounts of money. */
export function formatOf(language: Language, salon: Pick<Branch, 'timeZone' | 'timeZoneAliases'>, customerZone = deviceZone()) {
  const timeZone = engineZone(salon.timeZone, salon.timeZoneAliases);
  const customer = customerZone ?? timeZone;
  const formatter = (options: Intl.DateTimeFormatOptions, zone = timeZone) => new Intl.DateTimeFormat(tags[language], { ...options, timeZone: zone });
  const minutes = { hour: '2-digit', minute: '2-digit' } as const;
  const time = formatter(minutes);
  const moment = formatter({ weekday: 'long', day: 'numeric', month: 'long', ...minutes });
  const [salonClock, localClock] = [wallClock(timeZone), wallClock(customer)];
  const customerClock = formatter(minutes, customer);
  const customerDay = formatter({ weekday: 'short', ...minutes }, customer);
  const ofDate = (options: Intl.DateTimeFormatOptions) => {
    const format = formatter(options, 'UTC');
    return (date: string) => format.format(new Date(`${date}T12:00:00Z`));
  };
  return {
    /** The zone of all times but the customer's. */
    zone: timeZone,
    time: (at: string) => time.format(new Date(at)),
    moment: (at: string) => moment.format(new Date(at)),
    /** Returns the time in the customer's time zone, with the weekday if it differs; undefined if it equals the salon's time or is unknown. */
    customerTime(at: string): string | undefined {
      const instant = new Date(at);
      const [salonTime, customerTime] = [salonClock.format(instant), localClock.format(instant)];
      if (salonTime === customerTime) {
        return undefined;
      }
      return (salonTime.slice(0, 10) === customerTime.slice(0, 10) ? customerClock : customerDay).format(instant);
    },
    knowsCustomerZone: Boolean(customerZone),
    hour: (at: string) => Number(salonClock.format(new Date(at)).slice(11, 13)),
    day: ofDate({ weekday: 'long', day: 'numeric', month: 'long' }),
    weekday: ofDate({ weekday: 'short' }),
    dayOfMonth: ofDate({ day: 'numeric' }),
    money({ minorUnits, currency, digits }: Money) {
      const options = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
      return new Intl.NumberFormat(tags[language], options).format(minorUnits / 10 ** digits);
    },
    /** Returns the salon's date in some days, such as 2026-11-23. */
    dateIn: (days: number) => salonClock.format(now() + days * 86_400_000).slice(0, 10),
  };
}

export type Format = ReturnType<typeof formatOf>;

/** Returns the minutes of an ISO 8601 duration. */
export function minutesOf(duration: string): number {
  const [, days = '0', hours = '0', minutes = '0'] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
}
