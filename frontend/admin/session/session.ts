import { createContext, useContext } from 'react';
import { graphql, type ResultOf } from '../api/graphql';

/** What the page asks first: who is there, and which salon it is. */
export const startQuery = graphql(`
  query Start {
    me {
      role
      signedInBy
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
export type Branch = Start['branches'][number];
export type Till = NonNullable<Start['till']>;

/** Who has signed in, and where. */
export interface Session {
  me: NonNullable<Start['me']>;
  branches: readonly Branch[];
  /** Goes back to the beginning: somebody else has signed in, or nobody is any more. */
  restart(): void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who has signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) {
    throw new TypeError('Nobody has signed in here.');
  }
  return session;
}

/** Whether who has signed in sets the salon up. */
export const isManager = (session: Session): boolean => session.me.role !== 'MEMBER';
