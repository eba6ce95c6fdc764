import type { Language } from '../language';
import type german from './de/room';

/** Texts of the page of a room. A language that lacks one fails the build. */
export type RoomWords = typeof german;

const files: Record<Language, () => Promise<{ default: RoomWords }>> = {
  de: () => import('./de/room'),
  en: () => import('./en/room'),
  fr: () => import('./fr/room'),
  tr: () => import('./tr/room'),
};

/** Loads the texts in a language. */
export const roomWords = async (language: Language): Promise<RoomWords> => (await files[language]()).default;
