import { graphql, type ResultOf } from '../../api/graphql';

/** A legal text as the settings show it. The cache keeps them without an identity, so every operation reads them in full. */
export const legalTextFields = graphql(`
  fragment LegalTextSettings on LegalText {
    version
    url
    text
    pageUrl
    since
  }
`);

export type LegalText = ResultOf<typeof legalTextFields>;
