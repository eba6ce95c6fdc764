import { graphql } from '../../api/graphql';

/** Loads the note of an absence, which is not for members: with it, an absence that was removed comes back as it was. */
export const absenceNoteQuery = graphql(`
  query AbsenceNote($id: ID!) {
    node(id: $id) {
      __typename
      ... on Absence {
        id
        note
      }
    }
  }
`);
