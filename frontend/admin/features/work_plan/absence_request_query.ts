import { graphql, type ResultOf } from '../../api/graphql';

/** What pages show of a request for an absence. */
export const absenceRequestFields = graphql(`
  fragment AbsenceRequestFields on AbsenceRequest {
    id
    kind
    note
    firstDay
    lastDay
    start
    end
    state
    absenceId
    answer
    answeredBy {
      id
      displayName
    }
  }
`);

export type AbsenceRequest = ResultOf<typeof absenceRequestFields>;

/** Loads the appointments that the approval of a request would strand. */
export const approvalQuery = graphql(`
  query AbsenceRequestPreview($id: ID!) {
    absenceRequestPreview(id: $id) {
      id
      start
      contact {
        name
      }
      service {
        id
        name
      }
    }
  }
`);
