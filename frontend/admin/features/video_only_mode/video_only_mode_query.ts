import { graphql, type ResultOf } from '../../api/graphql';

export const videoOnlyModeQuery = graphql(`
  query VideoOnlyMode($branchId: ID!) {
    branch(id: $branchId) {
      id
      videoOnlyModes {
        id
        from
        until
        message
        hours {
          weekday
          from
          to
        }
        staff {
          id
          displayName
        }
      }
    }
  }
`);

/** Loads the readiness of the staff of a branch. */
export const consultantsQuery = graphql(`
  query Consultants($branchId: ID!, $after: String) {
    videoReadiness(branchId: $branchId, first: 100, after: $after) {
      nodes {
        staff {
          id
          displayName
          title
          color
        }
        ready
        requirements {
          code
          met
          advice
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Answer = ResultOf<typeof videoOnlyModeQuery>;
export type Mode = NonNullable<Answer['branch']>['videoOnlyModes'][number];
export type Readiness = ResultOf<typeof consultantsQuery>['videoReadiness']['nodes'][number];

export const previewQuery = graphql(`
  query VideoOnlyModePreview($input: VideoOnlyModeStartInput!) {
    videoOnlyModePreview(input: $input) {
      bookableVideoConsultations {
        service {
          id
          name
        }
        staff {
          id
          displayName
          color
        }
        days {
          date
          starts
        }
      }
    }
  }
`);

export type Offer = ResultOf<typeof previewQuery>['videoOnlyModePreview']['bookableVideoConsultations'][number];

/** Loads the appointments that would lie outside the plans. */
export const affectedQuery = graphql(`
  query AffectedAppointments($input: VideoOnlyModeStartInput!, $after: String) {
    videoOnlyModePreview(input: $input) {
      affectedAppointments(first: 50, after: $after) {
        nodes {
          id
          start
          service {
            id
            name
          }
          staff {
            id
            displayName
          }
          contact {
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const videoOnlyModeStart = graphql(`
  mutation VideoOnlyModeStart($input: VideoOnlyModeStartInput!) {
    videoOnlyModeStart(input: $input) {
      videoOnlyMode {
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

export const videoOnlyModeEnd = graphql(`
  mutation VideoOnlyModeEnd($input: VideoOnlyModeEndInput!) {
    videoOnlyModeEnd(input: $input) {
      branch {
        id
        videoOnlyModes {
          id
          from
          until
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
