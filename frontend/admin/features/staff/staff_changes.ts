import { graphql } from '../../api/graphql';

/** Updates the given fields of a profile. */
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
        photo {
          id
          url
          width
          height
        }
        bookableOnline
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Sets the role of a profile. */
export const staffRoleSet = graphql(`
  mutation StaffRoleSet($input: StaffRoleSetInput!) {
    staffRoleSet(input: $input) {
      staff {
        id
        role
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Sets the person of a profile. */
export const staffSamePersonSet = graphql(`
  mutation StaffSamePersonSet($input: StaffSamePersonSetInput!) {
    staffSamePersonSet(input: $input) {
      staff {
        id
        samePersonAs {
          id
          displayName
        }
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

/** Archives a profile. */
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

/** Restores an archived profile. */
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

/** Creates a second profile of the same person, only for video consultations. */
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
