import { useSearch } from '@tanstack/react-router';
import { store, stored } from '../../environment/storage';
import { type Branch, useSession } from './session';

const storageKey = 'visavis-branch';

/** Returns the branch in the URL, else the last one used, else the first. */
export function useBranch(): Branch {
  const { branches } = useSession();
  const { filiale } = useSearch({ strict: false }) as { filiale?: string };
  const wanted = filiale ?? stored(storageKey);
  const branch = branches.find(({ slug }) => slug === wanted) ?? branches[0];
  if (!branch) {
    throw new TypeError('There is no branch.');
  }
  return branch;
}

/** Stores the branch for the next visit. */
export const rememberBranch = (slug: string) => store(storageKey, slug);
