import { createContext, useContext } from 'react';
import { nameOfZone } from '../../environment/zone';
import { graphql, type ResultOf } from '../api/graphql';

/** The first query: the user, the till and the branches. */
export const startQuery = graphql(`
  query Start {
    me {
      role
      signedInBy
      newPinRequired
      branches {
        id
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
  }
`);

export type Start = ResultOf<typeof startQuery>;
/** A branch, with its time zone by a name that this browser knows; UTC if it knows none. */
export type Branch = Start['branches'][number] & {
  /** The time zone that this browser does not know. */
  unknownZone?: string;
};
export type Till = NonNullable<Start['till']>;

/** The signed-in user and the branches that the user works with. */
export interface Session {
  me: Omit<NonNullable<Start['me']>, 'branches'>;
  branches: readonly Branch[];
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

/** Returns the branches with their time zones by a name that this browser knows. */
export const inKnownZones = (branches: Start['branches']): Branch[] =>
  branches.map((branch) => {
    const zone = nameOfZone(branch.timeZone, branch.timeZoneAliases);
    return zone ? { ...branch, timeZone: zone } : { ...branch, timeZone: 'UTC', unknownZone: branch.timeZone };
  });

/** Returns the branches in which the role of the user counts. Members, and whoever is active nowhere, keep their own column in every branch. */
export function branchesOf(me: NonNullable<Start['me']>, branches: readonly Branch[]): readonly Branch[] {
  const reached = branches.filter(({ id }) => me.branches.some((branch) => branch.id === id));
  return me.role === 'MEMBER' || reached.length === 0 ? branches : reached;
}
