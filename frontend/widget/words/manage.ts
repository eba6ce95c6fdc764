import type { Language } from '../language';
import type german from './de/manage';

/** Texts of the manage page that the booking does not share. A language that lacks one fails the build. */
export type ManageWords = typeof german;

const files: Record<Language, () => Promise<{ default: ManageWords }>> = {
  de: () => import('./de/manage'),
  en: () => import('./en/manage'),
  fr: () => import('./fr/manage'),
  tr: () => import('./tr/manage'),
};

/** Loads the texts in a language. */
export const manageWords = async (language: Language): Promise<ManageWords> => (await files[language]()).default;
