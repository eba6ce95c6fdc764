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

/** Sends a link at which the person chooses password and PIN. */
export const staffAccessSend = graphql(`
  mutation StaffAccessSend($input: StaffAccessSendInput!) {
    staffAccessSend(input: $input) {
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

/** Takes everything away by which a profile signs in. */
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

/** Gives the calendar feed a new secret address. */
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

/** Ends the calendar feed. */
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
