import { type FragmentOf, graphql } from '../api/graphql';

/** What a device needs to know of the user: the key to subscribe with, the devices, and the session that a device belongs to. */
export const pushFields = graphql(`
  fragment PushFields on Me {
    pushKey
    pushSubscriptions {
      id
      browser
      createdAt
      current
    }
    sessions {
      createdAt
      current
    }
  }
`);

export const pushDevicesQuery = graphql(`
  query PushDevices {
    me {
      ...PushFields
    }
  }
`, [pushFields]);

export const pushSubscriptionSave = graphql(`
  mutation PushSubscriptionSave($input: PushSubscriptionSaveInput!) {
    pushSubscriptionSave(input: $input) {
      subscription {
        id
        browser
        createdAt
        current
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const pushSubscriptionRemove = graphql(`
  mutation PushSubscriptionRemove($input: PushSubscriptionRemoveInput!) {
    pushSubscriptionRemove(input: $input) {
      removedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export type PushState = FragmentOf<typeof pushFields>;
export type PushDevice = PushState['pushSubscriptions'][number];
