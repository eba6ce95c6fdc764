/** The languages in which we address customers. */
export const languages = ['de', 'en', 'fr', 'tr'] as const;

export type Language = (typeof languages)[number];

/** Returns the first language of ours among language tags, best first, or else German. */
export function languageOf(...tags: readonly (string | null | undefined)[]): Language {
  for (const tag of tags) {
    const language = languages.find((ours) => ours === tag?.toLowerCase().split(/[-_]/)[0]);
    if (language) {
      return language;
    }
  }
  return 'de';
}

/** A language as the API names it. */
export type Locale = Uppercase<Language>;

/** Returns the API's name of a language. */
export const localeOf = (language: Language): Locale => language.toUpperCase() as Locale;
