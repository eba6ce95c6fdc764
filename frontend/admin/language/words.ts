import { type Language, useLanguage } from './language';

/** Either language's words for one part of the page. */
export type Dictionary<Words> = Readonly<Record<Language, Words>>;

/** Puts the words of both languages together. What is missing in English fails the build. */
export const words = <Words>(de: Words, en: NoInfer<Words>): Dictionary<Words> => ({ de, en });

/** The words in the language of the page. */
export const useWords = <Words>(dictionary: Dictionary<Words>): Words => dictionary[useLanguage().language];
