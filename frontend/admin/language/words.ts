import { type Language, useLanguage } from './language';

/** The texts of one part of the page in both languages. */
export type Dictionary<Words> = Readonly<Record<Language, Words>>;

/** Combines the texts of both languages. A missing English text fails the build. */
export const words = <Words>(de: Words, en: NoInfer<Words>): Dictionary<Words> => ({ de, en });

/** Returns the texts in the language of the page. */
export const useWords = <Words>(dictionary: Dictionary<Words>): Words => dictionary[useLanguage().language];
