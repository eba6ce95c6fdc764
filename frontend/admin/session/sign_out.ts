import { graphql } from '../api/graphql';

/** Ends the session, or others or all of the user. */
export const signOut = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);
