import { graphql } from '../../api/graphql';

/** Sets how a profile signs in. */
export const staffAccessSet = graphql(`
  mutation StaffAccessSet($input: StaffAccessSetInput!) {
    staffAccessSet(input: $input) {
      staff {
        id
        access {
          email
          passwordSetAt
          pinSetAt
          pinLockedUntil
          sessions
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

/** Sends a link with which the person sets password and PIN. */
export const staffAccessSend = graphql(`
  mutation StaffAccessSend($input: StaffAccessSendInput!) {
    staffAccessSend(input: $input) {
      link
      staff {
        id
        access {
          email
          passwordSetAt
          pinSetAt
          pinLockedUntil
          sessions
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

/** Removes a profile's email, password and PIN. */
export const staffAccessRemove = graphql(`
  mutation StaffAccessRemove($input: StaffAccessRemoveInput!) {
    staffAccessRemove(input: $input) {
      staff {
        id
        hasCalendarFeed
        access {
          email
          passwordSetAt
          pinSetAt
          pinLockedUntil
          sessions
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

/** Replaces the secret URL of the calendar feed. */
export const staffCalendarFeedRenew = graphql(`
  mutation StaffCalendarFeedRenew($input: StaffCalendarFeedRenewInput!) {
    staffCalendarFeedRenew(input: $input) {
      url
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Removes the calendar feed. */
export const staffCalendarFeedRemove = graphql(`
  mutation StaffCalendarFeedRemove($input: StaffCalendarFeedRemoveInput!) {
    staffCalendarFeedRemove(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);
