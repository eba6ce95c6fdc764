import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Branch } from './api';
import { type Format, formatOf } from './format';
import type { Language } from './language';
import type { Preset } from './preset';
import { type Words, words } from './words';

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

/** Says no at first, and yes from then on. */
function newEntry(): () => boolean {
  let entered = false;
  return () => {
    const before = entered;
    entered = true;
    return before;
  };
}

/** Puts together what every step needs. */
export const surroundingsOf = (preset: Preset, branch: Branch, language: Language): Surroundings => ({
  preset,
  branch,
  language,
  t: words[language],
  format: formatOf(language, branch.timeZone),
  enter: newEntry(),
});

export const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) {
    throw new TypeError('There is no SurroundingsContext around this.');
  }
  return surroundings;
}
