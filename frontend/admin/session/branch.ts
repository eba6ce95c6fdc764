import { createContext, useContext } from 'react';
import { store, stored } from '../../environment/storage';
import { type Branch, type Session, useSession } from './session';

const storageKey = 'visavis-branch';

/** The branch of the page, if it is not on the first page of branches. */
export const BranchContext = createContext<Branch | undefined>(undefined);

/** Returns the slug of the branch in the URL, else of the last one used. */
export const wantedBranch = (slugInUrl: string | undefined) => slugInUrl ?? stored(storageKey);

/** Returns the branch with the slug on the first page of branches. */
export const knownBranch = ({ branches }: Session, slug: string | null) => branches.find((branch) => branch.slug === slug);

/** Returns the branch of the page. */
export function useBranch(): Branch {
  const session = useSession();
  const chosen = useContext(BranchContext) ?? session.branches[0];
  if (!chosen) {
    throw new TypeError('There is no branch.');
  }
  return chosen;
}

/** Stores the branch for the next visit. */
export const rememberBranch = (slug: string) => store(storageKey, slug);
