import { graphql, type ResultOf } from '../../api/graphql';

export const keptPhotoFields = graphql(`
  fragment KeptPhotos on Appointment {
    id
    photos {
      id
      url
      sender
      width
      height
      createdAt
    }
  }
`);

/** Loads the photos of an appointment that staff keep, and for how long. */
export const appointmentPhotosQuery = graphql(
  `
    query AppointmentPhotos($appointmentId: ID!) {
      appointment(id: $appointmentId) {
        ...KeptPhotos
        branch {
          id
          photosKeptDays
        }
      }
    }
  `,
  [keptPhotoFields],
);

export const consultationPhotoDelete = graphql(
  `
    mutation ConsultationPhotoDelete($input: ConsultationPhotoDeleteInput!) {
      consultationPhotoDelete(input: $input) {
        appointment {
          ...KeptPhotos
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `,
  [keptPhotoFields],
);

export type KeptPhoto = ResultOf<typeof keptPhotoFields>['photos'][number];
