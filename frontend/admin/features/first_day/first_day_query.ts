import { graphql, type ResultOf } from '../../api/graphql';

/** What a template replaces and whom it concerns. */
export const firstDayQuery = graphql(`
  query FirstDay($branchId: ID!) {
    branch(id: $branchId) {
      id
      openingHours {
        weekday
        from
        to
      }
      openingHoursVersion
    }
    staff(branchId: $branchId, first: 100) {
      nodes {
        id
        bookableOnline
      }
    }
  }
`);

export type FirstDay = ResultOf<typeof firstDayQuery>;

/** Sets a branch up in one step, or takes that back. */
export const branchSetUp = graphql(`
  mutation BranchSetUp($input: BranchSetUpInput!) {
    branchSetUp(input: $input) {
      branch {
        id
        openingHours {
          weekday
          from
          to
        }
        openingHoursVersion
      }
      serviceCategories {
        id
      }
      services {
        id
      }
      strandedAppointments {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
