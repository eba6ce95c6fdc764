import { graphql, type ResultOf } from '../../api/graphql';

/** Loads of what the user is notified, and where the emails go. */
export const notificationSettingsQuery = graphql(`
  query NotificationSettings {
    me {
      staff {
        id
        access {
          email
        }
      }
      notificationSettings {
        kind
        byEmail
      }
    }
  }
`);

export const notificationSettingsUpdate = graphql(`
  mutation NotificationSettingsUpdate($input: NotificationSettingsUpdateInput!) {
    notificationSettingsUpdate(input: $input) {
      settings {
        kind
        byEmail
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

type Me = NonNullable<ResultOf<typeof notificationSettingsQuery>['me']>;
export type NotificationSetting = Me['notificationSettings'][number];
