export type Language = 'de' | 'en';

/** Returns the first supported language of the browser, or else that of the page, or else German. */
export function languageOf(page: string, preferred: readonly string[]): Language {
  for (const tag of [...preferred, page]) {
    const [language] = tag.toLowerCase().split(/[-_]/);
    if (language === 'de' || language === 'en') {
      return language;
    }
  }
  return 'de';
}
