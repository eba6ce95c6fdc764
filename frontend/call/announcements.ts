/** A text in a region that screen readers follow. The key makes it another element than an equal text before it, so that it is said again. */
export interface Said {
  key: number;
  text: string;
}

/** How many texts stay: as many as may come at once. */
const most = 4;

/** Returns texts with one more. Those before it stay for a while, since it may come before they were said. */
export const withText = (said: readonly Said[], text: string): readonly Said[] => [...said.slice(1 - most), { key: (said.at(-1)?.key ?? 0) + 1, text }];
