import { graphql } from '../../api/graphql';

/** Changes what is given of a profile. */
export const staffUpdate = graphql(`
  mutation StaffUpdate($input: StaffUpdateInput!) {
    staffUpdate(input: $input) {
      staff {
        id
        firstName
        lastName
        displayName
        title
        email
        phone
        bio
        color
        role
        bookableOnline
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

/** Takes a profile out of everything. */
export const staffArchive = graphql(`
  mutation StaffArchive($input: StaffArchiveInput!) {
    staffArchive(input: $input) {
      staff {
        id
        archived
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

/** Brings an archived profile back. */
export const staffRestore = graphql(`
  mutation StaffRestore($input: StaffRestoreInput!) {
    staffRestore(input: $input) {
      staff {
        id
        archived
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Makes a second profile of the same person, for video consultations alone. */
export const staffDuplicateForVideo = graphql(`
  mutation StaffDuplicateForVideo($input: StaffDuplicateForVideoInput!) {
    staffDuplicateForVideo(input: $input) {
      staff {
        id
        displayName
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
