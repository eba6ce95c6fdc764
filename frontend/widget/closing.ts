import type { Language } from './language';

/** Loads the steps that follow the choice of a start, with their texts. */
export const closingSteps = async (language: Language) => (await import('./closing_steps')).stepsIn(language);
