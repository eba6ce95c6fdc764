import { useSearch } from '@tanstack/react-router';
import { type Branch, useSession } from './session';

const storageKey = 'visavis-branch';

/** The branch that the address names, or else the one of last time, or else the first. */
export function useBranch(): Branch {
  const { branches } = useSession();
  const { filiale } = useSearch({ strict: false }) as { filiale?: string };
  const wanted = filiale ?? localStorage.getItem(storageKey);
  const branch = branches.find(({ slug }) => slug === wanted) ?? branches[0];
  if (!branch) {
    throw new TypeError('There is no branch.');
  }
  return branch;
}

/** Remembers the branch for the next time. */
export const rememberBranch = (slug: string) => localStorage.setItem(storageKey, slug);
