/** Loads the steps that follow the choice of a start. */
export const closingSteps = () => import('./closing_steps');
