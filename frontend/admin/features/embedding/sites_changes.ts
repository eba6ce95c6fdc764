import { graphql } from '../../api/graphql';

export const embeddingSiteAdd = graphql(`
  mutation EmbeddingSiteAdd($input: EmbeddingSiteAddInput!) {
    embeddingSiteAdd(input: $input) {
      site {
        id
        origin
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const embeddingSiteRemove = graphql(`
  mutation EmbeddingSiteRemove($input: EmbeddingSiteRemoveInput!) {
    embeddingSiteRemove(input: $input) {
      removedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);
