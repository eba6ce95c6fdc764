import { graphql, type ResultOf } from '../../api/graphql';

/** Loads what holds for the calls of all who consult in a branch. */
export const ownRoomQuery = graphql(`
  query OwnRoom($branchId: ID!) {
    branch(id: $branchId) {
      id
      ownRoomByDefault
      admitByHand
      callsAreRelayed
    }
  }
`);

export type RoomSettings = NonNullable<ResultOf<typeof ownRoomQuery>['branch']>;
