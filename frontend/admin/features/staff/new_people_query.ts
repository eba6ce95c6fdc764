import { graphql } from '../../api/graphql';

/** The opening hours that the work plans of new people may follow. */
export const newPeopleHoursQuery = graphql(`
  query NewPeopleHours($branchId: ID!) {
    branch(id: $branchId) {
      id
      openingHours {
        weekday
        from
        to
      }
    }
  }
`);

/** Who is in the branch already. */
export const newPeopleQuery = graphql(`
  query NewPeople($branchId: ID!, $after: String) {
    staff(branchId: $branchId, first: 100, after: $after) {
      nodes {
        id
        displayName
        email
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Creates several profiles in one step. */
export const staffProfilesCreate = graphql(`
  mutation StaffProfilesCreate($input: StaffProfilesCreateInput!) {
    staffProfilesCreate(input: $input) {
      staff {
        id
        displayName
        email
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Archives several profiles in one step. */
export const staffProfilesArchive = graphql(`
  mutation StaffProfilesArchive($input: StaffProfilesArchiveInput!) {
    staffProfilesArchive(input: $input) {
      staff {
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
