import { graphql } from '../../api/graphql';

export const branchUpdate = graphql(`
  mutation BranchUpdate($input: BranchUpdateInput!) {
    branchUpdate(input: $input) {
      branch {
        id
        sendsMail
        mailObstacle
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

export const branchCreate = graphql(`
  mutation BranchCreate($input: BranchCreateInput!) {
    branchCreate(input: $input) {
      branch {
        id
        slug
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const deviceEnroll = graphql(`
  mutation DeviceEnroll($input: DeviceEnrollInput!) {
    deviceEnroll(input: $input) {
      device {
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

export const deviceRemove = graphql(`
  mutation DeviceRemove($input: DeviceRemoveInput!) {
    deviceRemove(input: $input) {
      removedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const apiTokenCreate = graphql(`
  mutation ApiTokenCreate($input: ApiTokenCreateInput!) {
    apiTokenCreate(input: $input) {
      text
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const apiTokenRevoke = graphql(`
  mutation ApiTokenRevoke($input: ApiTokenRevokeInput!) {
    apiTokenRevoke(input: $input) {
      revokedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const passwordChange = graphql(`
  mutation PasswordChange($input: PasswordChangeInput!) {
    passwordChange(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const pinChange = graphql(`
  mutation PinChange($input: PinChangeInput!) {
    pinChange(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);
