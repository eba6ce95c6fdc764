import type german from './de/page';

/** Texts of the pages themselves. A language that lacks one fails the build. */
export type PageWords = typeof german;
