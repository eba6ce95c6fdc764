import { useMemo } from 'react';
import { type Language, useLanguage } from './language';

/** An amount in a currency's smallest unit, with the currency's decimal places. */
export interface Money {
  minorUnits: number;
  currency: string;
  digits: number;
}

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
  /** A month such as 2026-11: November 2026. */
  month(month: string): string;
  /** Day and time of an instant in a zone. */
  moment(instant: string, timeZone: string): string;
  /** The name of a weekday; 0 is Monday. */
  weekday(index: number, width?: 'long' | 'short'): string;
  /** An amount of money. */
  money(amount: Money): string;
  /** A currency by code and name: CHF · Schweizer Franken. */
  currency(code: string): string;
  /** The character before decimal places. */
  decimalSeparator: string;
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
  const ofMonth = ofDate({ month: 'long', year: 'numeric' });
  const list = new Intl.ListFormat(tag);
  const currencies = new Intl.DisplayNames(tag, { type: 'currency' });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  return {
    time: ofInstant({ hour: '2-digit', minute: '2-digit' }),
    day: ofDate({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: ofDate({ weekday: 'short', day: 'numeric', month: 'numeric' }),
    date: ofDate({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    month: (month) => ofMonth(`${month}-01`),
    moment: ofInstant({ weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    weekday: (index, width = 'long') =>
      new Intl.DateTimeFormat(tag, { weekday: width, timeZone: 'UTC' }).format(new Date(monday + index * dayLength)),
    money({ minorUnits, currency, digits }) {
      const options = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
      return new Intl.NumberFormat(tag, options).format(minorUnits / 10 ** digits);
    },
    currency: (code) => [...new Set([code, currencies.of(code) ?? code])].join(' · '),
    decimalSeparator: number.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.',
    number: (value) => number.format(value),
    list: (names) => list.format(names),
  };
}

/** Returns the formats of the page's language. */
export function useFormat(): Format {
  const { language } = useLanguage();
  return useMemo(() => newFormat(language), [language]);
}
