import { graphql } from '../../api/graphql';

export const passkeyCreateBegin = graphql(`
  mutation PasskeyCreateBegin {
    passkeyCreateBegin {
      options
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const passkeyCreate = graphql(`
  mutation PasskeyCreate($input: PasskeyCreateInput!) {
    passkeyCreate(input: $input) {
      passkey {
        id
        name
      }
      recoveryCodes
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const passkeyUpdate = graphql(`
  mutation PasskeyUpdate($input: PasskeyUpdateInput!) {
    passkeyUpdate(input: $input) {
      passkey {
        id
        name
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const passkeyRemove = graphql(`
  mutation PasskeyRemove($input: PasskeyRemoveInput!) {
    passkeyRemove(input: $input) {
      removedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const passkeyRequirementSet = graphql(`
  mutation PasskeyRequirementSet($input: PasskeyRequirementSetInput!) {
    passkeyRequirementSet(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const recoveryCodesRenew = graphql(`
  mutation RecoveryCodesRenew {
    recoveryCodesRenew {
      recoveryCodes
      userErrors {
        code
        field
        message
      }
    }
  }
`);
