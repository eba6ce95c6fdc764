import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Branch } from './api';
import type { Format } from './format';
import type { Language } from './language';
import type { Preset } from './preset';
import type { Words } from './words';

/** What every step needs. */
export interface Surroundings {
  preset: Preset;
  branch: Branch;
  language: Language;
  t: Words;
  format: Format;
  /** Tells whether a step has been entered before: only then may the next one take the focus from the page around. */
  enter(): boolean;
}

export const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) {
    throw new TypeError('There is no SurroundingsContext around this.');
  }
  return surroundings;
}
