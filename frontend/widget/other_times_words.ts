import type { Language } from './language';

const de = {
  afternoon: 'Nachmittag',
  calendar: 'Kalender',
  day: 'Tag wählen',
  earlierMonth: 'Vorheriger Monat',
  evening: 'Abend',
  later: 'Oder wähle eine andere Uhrzeit',
  laterMonth: 'Nächster Monat',
  morning: 'Vormittag',
  nothing: 'nichts frei',
  nothingInMonth: 'In diesem Monat ist nichts frei.',
  nothingOn: (day: string) => `Am ${day} ist nichts frei.`,
  nothingWith: (day: string, name: string) => `Am ${day} ist bei ${name} nichts frei.`,
  ownClock: 'In meiner Zeitzone zeigen',
  salonClock: 'In der Zeitzone des Salons zeigen',
  starts: (count: number) => (count === 1 ? '1 freie Uhrzeit' : `${count} freie Uhrzeiten`),
  zone: (zone: string) => `Alle Uhrzeiten in der Zeitzone ${zone}`,
};

const en: typeof de = {
  afternoon: 'Afternoon',
  calendar: 'calendar',
  day: 'Choose a day',
  earlierMonth: 'Previous month',
  evening: 'Evening',
  later: 'Or choose another time',
  laterMonth: 'Next month',
  morning: 'Morning',
  nothing: 'nothing available',
  nothingInMonth: 'Nothing is available in this month.',
  nothingOn: (day) => `Nothing is available on ${day}.`,
  nothingWith: (day, name) => `Nothing is available on ${day} with ${name}.`,
  ownClock: 'Show in my time zone',
  salonClock: 'Show in the salon’s time zone',
  starts: (count) => (count === 1 ? '1 available time' : `${count} available times`),
  zone: (zone) => `All times in the time zone ${zone}`,
};

/** Texts of the choice of a day and a start. */
export const otherTimesWords: Record<Language, typeof de> = { de, en };
