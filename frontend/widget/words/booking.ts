import type { Language } from '../language';
import type german from './de/booking';

/** Texts up to the choice of a start. A language that lacks one fails the build. */
export type BookingWords = typeof german;

const files: Record<Language, () => Promise<{ default: BookingWords }>> = {
  de: () => import('./de/booking'),
  en: () => import('./en/booking'),
  fr: () => import('./fr/booking'),
  tr: () => import('./tr/booking'),
};

/** Loads the texts in a language. */
export const bookingWords = async (language: Language): Promise<BookingWords> => (await files[language]()).default;
