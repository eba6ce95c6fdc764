import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ClosingWords } from './words/closing';

export const ClosingWordsContext = createContext<ClosingWords | undefined>(undefined);

/** Returns the texts that follow the choice of a start, which are loaded with their steps. */
export function useClosingWords(): ClosingWords {
  const words = useContext(ClosingWordsContext);
  if (!words) {
    throw new TypeError('useClosingWords requires a ClosingWordsContext.');
  }
  return words;
}
