import { graphql, type ResultOf } from '../../api/graphql';
import { pushFields } from '../../session/push_query';

/** Loads of what the user is notified, where the emails go, and which devices get pushes. */
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
        byPush
      }
      ...PushFields
    }
  }
`, [pushFields]);

export const notificationSettingsUpdate = graphql(`
  mutation NotificationSettingsUpdate($input: NotificationSettingsUpdateInput!) {
    notificationSettingsUpdate(input: $input) {
      settings {
        kind
        byEmail
        byPush
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
