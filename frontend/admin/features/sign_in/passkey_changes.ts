import { graphql } from '../../api/graphql';

/** Asks the server for a challenge for any of its passkeys. */
export const signInByPasskeyBegin = graphql(`
  mutation SignInByPasskeyBegin {
    signInByPasskeyBegin {
      options
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Signs in by the answer of a passkey. */
export const signInByPasskey = graphql(`
  mutation SignInByPasskey($input: SignInByPasskeyInput!) {
    signInByPasskey(input: $input) {
      session {
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

/** Signs in by a recovery code after the password. */
export const signInByRecoveryCode = graphql(`
  mutation SignInByRecoveryCode($input: SignInByRecoveryCodeInput!) {
    signInByRecoveryCode(input: $input) {
      session {
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
