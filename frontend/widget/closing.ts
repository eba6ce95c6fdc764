import type { Language } from './language';
import { closingWords } from './words/closing';

/** Loads the steps that follow the choice of a start, with their texts. */
export async function closingSteps(language: Language) {
  const [{ stepsWith }, words] = await Promise.all([import('./closing_steps'), closingWords(language)]);
  return stepsWith(words);
}
