import { graphql, type ResultOf } from '../../api/graphql';
import { waitingFields } from './waiting_query';

/** Loads the coming appointments of a branch, or of one person, that lie outside its plans. */
export const strandedQuery = graphql(
  `
    query StrandedAppointments($branchId: ID!, $staffId: ID, $after: String) {
      strandedAppointments(branchId: $branchId, staffId: $staffId, first: 100, after: $after) {
        nodes {
          ...WaitingFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [waitingFields],
);

export type Stranded = ResultOf<typeof strandedQuery>['strandedAppointments']['nodes'][number];

/** Returns the booked ones: holds end by themselves. */
export const bookedOf = (list: readonly Stranded[]): Stranded[] => list.filter(({ status }) => status !== 'HELD');
