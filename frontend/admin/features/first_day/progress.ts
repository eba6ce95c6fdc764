import type { BranchReadiness } from './readiness_query';

/** How far a branch is. */
export interface Progress {
  done: number;
  all: number;
}

/** Counts the requirements that are met. */
export const progressOf = ({ requirements }: Pick<BranchReadiness, 'requirements'>): Progress => ({
  done: requirements.filter(({ met }) => met).length,
  all: requirements.length,
});
