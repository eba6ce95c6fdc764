import type { Language } from './language';

const tags: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

/** Writes what a clock on the wall shows, such as 2026-11-26 10:00. */
const wall = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/** Writes times by the salon's clock, or by that of the client where it shows another time; and amounts as the language does. */
export function formatOf(language: Language, timeZone: string, ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone) {
  const inZone = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tags[language], { ...options, timeZone });
  const time = inZone({ hour: '2-digit', minute: '2-digit' });
  const moment = inZone({ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  const [there, here] = [wall(timeZone), wall(ownZone)];
  const own = new Intl.DateTimeFormat(tags[language], { timeZone: ownZone, hour: '2-digit', minute: '2-digit' });
  const ownDay = new Intl.DateTimeFormat(tags[language], { timeZone: ownZone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone });
  const ofDate = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tags[language], { ...options, timeZone: 'UTC' });
    return (date: string) => format.format(new Date(`${date}T12:00:00Z`));
  };
  return {
    time: (at: string) => time.format(new Date(at)),
    moment: (at: string) => moment.format(new Date(at)),
    /** What the client's clock shows then, with the weekday when it is another; undefined when it shows what the salon's does. */
    own(at: string): string | undefined {
      const instant = new Date(at);
      const [salons, clients] = [there.format(instant), here.format(instant)];
      if (salons === clients) {
        return undefined;
      }
      return (salons.slice(0, 10) === clients.slice(0, 10) ? own : ownDay).format(instant);
    },
    hour: (at: string) => Number(hour.format(new Date(at))),
    day: ofDate({ weekday: 'long', day: 'numeric', month: 'long' }),
    weekday: ofDate({ weekday: 'short' }),
    dayOfMonth: ofDate({ day: 'numeric' }),
    money(minorUnits: number, currency: string) {
      const format = new Intl.NumberFormat(tags[language], { style: 'currency', currency });
      return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
    /** The local date some days from now, such as 2026-11-23. */
    dateIn: (days: number) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.now() + days * 86_400_000),
  };
}

export type Format = ReturnType<typeof formatOf>;

/** How many minutes a duration of the API is. */
export function minutesOf(duration: string): number {
  const [, days = '0', hours = '0', minutes = '0'] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
}
