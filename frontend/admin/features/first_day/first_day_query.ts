import { graphql, type ResultOf } from '../../api/graphql';

/** What a template replaces, and whether the own room is the default. */
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
      ownRoomByDefault
    }
  }
`);

export type FirstDay = ResultOf<typeof firstDayQuery>;

/** Whom a template concerns. */
export const firstDayStaffQuery = graphql(`
  query FirstDayStaff($branchId: ID!, $after: String) {
    staff(branchId: $branchId, first: 100, after: $after) {
      nodes {
        id
        bookableOnline
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type FirstDayStaff = ResultOf<typeof firstDayStaffQuery>['staff']['nodes'];

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
        ownRoomByDefault
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
