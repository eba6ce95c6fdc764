import { graphql } from '../../api/graphql';

export const pictureAdd = graphql(`
  mutation PictureAdd($input: PictureAddInput!) {
    pictureAdd(input: $input) {
      picture {
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
