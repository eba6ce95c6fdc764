import { createContext, useContext } from 'react';
import { nameOfZone } from '../../environment/zone';
import { graphql, type ResultOf } from '../api/graphql';

/** The fields of a branch that every page needs. */
export const branchFields = graphql(`
  fragment BranchFields on Branch {
    id
    name
    slug
    timeZone
    timeZoneAliases
    locale
    currency
    sendsMail
    lastChangeId
    videoOnlyModes {
      id
      from
      until
    }
  }
`);

/** The first query: the user, the till and the first branches. */
export const startQuery = graphql(`
  query Start {
    me {
      role
      signedInBy
      newPinRequired
      branches {
        nodes {
          ...BranchFields
        }
        pageInfo {
          hasNextPage
        }
      }
      profile {
        id
        displayName
        color
      }
    }
    till {
      name
      branch {
        id
        name
      }
      staff {
        id
        displayName
        color
      }
    }
    branches {
      nodes {
        ...BranchFields
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`, [branchFields]);

export type Start = ResultOf<typeof startQuery>;
type BranchRow = Start['branches']['nodes'][number];
/** A branch, with its time zone by a name that this browser knows; UTC if it knows none. */
export type Branch = BranchRow & {
  /** The time zone that this browser does not know. */
  unknownZone?: string;
};
export type Till = NonNullable<Start['till']>;

/** The signed-in user and the branches that the user works with. */
export interface Session {
  me: Omit<NonNullable<Start['me']>, 'branches'>;
  /** The first page of the branches that the user works with, sorted by name. */
  branches: readonly Branch[];
  /** Whether there are more branches. */
  hasMoreBranches: boolean;
  /** Whether the user works with the branches in reach only. */
  inReach: boolean;
  /** Starts the app again after the user has changed or signed out. */
  restart(): void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Returns the session. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) {
    throw new TypeError('Nobody has signed in here.');
  }
  return session;
}

/** Reports whether the user may set up the salon. */
export const isManager = ({ me }: Session): boolean => me.role === 'MANAGER' || me.role === 'OWNER';

/** Reports whether the user keeps customers and books for everyone. */
export const keepsCustomers = ({ me }: Session): boolean => me.role !== 'MEMBER';

/** Returns the branch with its time zone by a name that this browser knows. */
export function inKnownZone(branch: BranchRow): Branch {
  const zone = nameOfZone(branch.timeZone, branch.timeZoneAliases);
  return zone ? { ...branch, timeZone: zone } : { ...branch, timeZone: 'UTC', unknownZone: branch.timeZone };
}

/** Returns the branches with their time zones by names that this browser knows. */
export const inKnownZones = (branches: readonly BranchRow[]): Branch[] => branches.map(inKnownZone);

/** Returns the session of a user: with the branches in which the role counts. Members, and whoever is active nowhere, keep their own column in every branch. */
export function sessionOf(me: NonNullable<Start['me']>, all: Start['branches'], restart: () => void): Session {
  const inReach = me.role !== 'MEMBER' && me.branches.nodes.length > 0;
  const { nodes, pageInfo } = inReach ? me.branches : all;
  return { me, branches: inKnownZones(nodes), hasMoreBranches: pageInfo.hasNextPage, inReach, restart };
}
