import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../language';
import { type Words, wordsOf } from './words';

/** Returns the texts in a language; undefined while they are loaded; those of before if they cannot be. */
export function useWords(language: Language, before: Words): Words | undefined {
  const [words, setWords] = useState<Words | undefined>(before);
  useEffect(() => {
    if (language !== before.language) {
      setWords(undefined);
      wordsOf(language).then(setWords, () => setWords(before));
    }
  }, [before, language]);
  return words;
}
