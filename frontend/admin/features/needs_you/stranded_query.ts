import { graphql, type ResultOf } from '../../api/graphql';

/** Loads the coming appointments of a branch that lie outside its plans. */
export const strandedQuery = graphql(`
  query StrandedAppointments($branchId: ID!) {
    strandedAppointments(branchId: $branchId) {
      id
      start
      status
      contact {
        name
      }
      service {
        id
        name
      }
      staff {
        id
        displayName
      }
    }
  }
`);

type Answer = ResultOf<typeof strandedQuery>;
export type Stranded = Answer['strandedAppointments'][number];

/** Returns the booked ones: holds end by themselves. */
export const bookedOf = ({ strandedAppointments }: Answer): Stranded[] => strandedAppointments.filter(({ status }) => status !== 'HELD');
