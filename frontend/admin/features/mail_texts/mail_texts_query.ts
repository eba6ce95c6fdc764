import { graphql, type ResultOf, type VariablesOf } from '../../api/graphql';

export const mailTextsQuery = graphql(`
  query MailTexts($branchId: ID!) {
    mailTexts(branchId: $branchId) {
      kind
      locale
      version
      own {
        subject
        opening
        closing
      }
      builtIn {
        subject
        opening
        closing
      }
      placeholders
    }
  }
`);

export type MailText = ResultOf<typeof mailTextsQuery>['mailTexts'][number];

export const mailTextPreviewQuery = graphql(`
  query MailTextPreview($branchId: ID!, $kind: MailTextKind!, $locale: Locale!, $content: MailTextContentInput!) {
    mailTextPreview(branchId: $branchId, kind: $kind, locale: $locale, content: $content) {
      subject
      text
      html
    }
  }
`);

export type Preview = NonNullable<ResultOf<typeof mailTextPreviewQuery>['mailTextPreview']>;

/** The texts of an email. One that is empty is the built-in one. */
export type Content = VariablesOf<typeof mailTextPreviewQuery>['content'];

export const mailTextSet = graphql(`
  mutation MailTextSet($input: MailTextSetInput!) {
    mailTextSet(input: $input) {
      mailText {
        kind
        locale
        version
        own {
          subject
          opening
          closing
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
