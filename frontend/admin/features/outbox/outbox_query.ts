import { graphql, type ResultOf } from '../../api/graphql';

export const outboxQuery = graphql(`
  query Outbox($after: String) {
    outbox(after: $after) {
      nodes {
        id
        kind
        state
        dueAt
        sentAt
        attempts
        failure
        staff {
          id
          displayName
        }
        appointment {
          id
          contact {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Mail = ResultOf<typeof outboxQuery>['outbox']['nodes'][number];

export const mailPreviewQuery = graphql(`
  query MailPreview($mailId: ID!) {
    mailPreview(mailId: $mailId) {
      subject
      text
      html
    }
  }
`);

export const mailRetry = graphql(`
  mutation MailRetry($input: MailRetryInput!) {
    mailRetry(input: $input) {
      mail {
        id
        state
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
