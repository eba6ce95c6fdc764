import { useMemo } from 'react';
import { type Language, useLanguage } from './language';

/** Formats times, dates and money in the language of the page. */
export interface Format {
  /** The wall clock of a zone at an instant, such as 09:30. */
  time(instant: string, timeZone: string): string;
  /** A local date in full, such as Montag, 23. November 2026. */
  day(date: string): string;
  /** A local date in short, such as Mo., 23.11. */
  shortDay(date: string): string;
  /** A numeric local date, such as 23.11.2026. */
  date(date: string): string;
  /** Day and time of an instant in a zone. */
  moment(instant: string, timeZone: string): string;
  /** The name of a weekday; 0 is Monday. */
  weekday(index: number, width?: 'long' | 'short'): string;
  /** An amount in a currency's smallest unit. */
  money(minorUnits: number, currency: string): string;
  /** A number with at most one decimal place. */
  number(value: number): string;
  /** An enumeration: Anna, Ben und Clara. */
  list(names: readonly string[]): string;
}

/** British English, for 24-hour times and days before months. */
const tags: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

/** 2024-01-01 was a Monday. */
const monday = Date.UTC(2024, 0, 1, 12);
const dayLength = 86_400_000;

/** Returns the formats of a language. */
export function newFormat(language: Language): Format {
  const tag = tags[language];
  const ofDate = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return (date: string) => format.format(new Date(`${date}T12:00:00Z`));
  };
  const ofInstant = (options: Intl.DateTimeFormatOptions) => {
    const byZone = new Map<string, Intl.DateTimeFormat>();
    return (instant: string, timeZone: string) => {
      const format = byZone.get(timeZone) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone });
      byZone.set(timeZone, format);
      return format.format(new Date(instant));
    };
  };
  const list = new Intl.ListFormat(tag);
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  return {
    time: ofInstant({ hour: '2-digit', minute: '2-digit' }),
    day: ofDate({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: ofDate({ weekday: 'short', day: 'numeric', month: 'numeric' }),
    date: ofDate({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    moment: ofInstant({ weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    weekday: (index, width = 'long') =>
      new Intl.DateTimeFormat(tag, { weekday: width, timeZone: 'UTC' }).format(new Date(monday + index * dayLength)),
    money(minorUnits, currency) {
      const format = new Intl.NumberFormat(tag, { style: 'currency', currency });
      return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
    number: (value) => number.format(value),
    list: (names) => list.format(names),
  };
}

/** Returns the formats of the page's language. */
export function useFormat(): Format {
  const { language } = useLanguage();
  return useMemo(() => newFormat(language), [language]);
}
