const longestWait = 8_000;

/** Returns how long to wait before an attempt, in milliseconds: longer each time, and not the same in all tabs. `attempt` counts from 0. */
export const backOff = (attempt: number): number => Math.min(longestWait, 250 * 2 ** attempt) * (0.7 + Math.random() * 0.6);
