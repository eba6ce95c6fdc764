import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** The languages of the page. */
export type Language = 'de' | 'en';

const storageKey = 'visavis-language';

interface Choice {
  language: Language;
  choose(language: Language): void;
}

const LanguageContext = createContext<Choice>({ language: 'de', choose: () => undefined });

/** The language to begin with: the one chosen before, or else the first of the browser's that we speak, or else German. */
export function firstLanguage(chosen: string | null, preferred: readonly string[]): Language {
  for (const tag of [chosen, ...preferred]) {
    const [language] = tag?.toLowerCase().split('-') ?? [];
    if (language === 'de' || language === 'en') {
      return language;
    }
  }
  return 'de';
}

/** The language that the page has just now, for requests. */
export const currentLanguage = (): Language => firstLanguage(localStorage.getItem(storageKey), navigator.languages);

interface ProviderProps {
  children: ReactNode;
}

/** Gives the language to all inside, and keeps what is chosen. */
export function LanguageProvider({ children }: ProviderProps) {
  const [language, setLanguage] = useState(currentLanguage);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choice = useMemo(
    () => ({
      language,
      choose(next: Language) {
        localStorage.setItem(storageKey, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

/** The language and the way to choose another. */
export const useLanguage = () => useContext(LanguageContext);
