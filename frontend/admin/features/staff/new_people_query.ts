import { graphql } from '../../api/graphql';

/** Who is in the branch already, and whether it has opening hours and services. */
export const newPeopleQuery = graphql(`
  query NewPeople($branchId: ID!) {
    branch(id: $branchId) {
      id
      openingHours {
        weekday
        from
        to
      }
    }
    staff(branchId: $branchId, first: 100) {
      nodes {
        id
        displayName
        email
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
