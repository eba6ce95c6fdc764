import type { Language } from '../language';
import type german from './de/closing';

/** Texts that follow the choice of a start. A language that lacks one fails the build. */
export type ClosingWords = typeof german;

const files: Record<Language, () => Promise<{ default: ClosingWords }>> = {
  de: () => import('./de/closing'),
  en: () => import('./en/closing'),
  fr: () => import('./fr/closing'),
  tr: () => import('./tr/closing'),
};

/** Loads the texts in a language. */
export const closingWords = async (language: Language): Promise<ClosingWords> => (await files[language]()).default;
