import { graphql } from '../../api/graphql';

export const changeRequestAccept = graphql(`
  mutation ChangeRequestAccept($input: ChangeRequestAcceptInput!) {
    changeRequestAccept(input: $input) {
      appointment {
        id
        status
        changeRequest {
          id
          state
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const changeRequestDecline = graphql(`
  mutation ChangeRequestDecline($input: ChangeRequestDeclineInput!) {
    changeRequestDecline(input: $input) {
      appointment {
        id
        changeRequest {
          id
          state
          answer
          answeredBy {
            id
            displayName
          }
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
