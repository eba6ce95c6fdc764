import { graphql } from '../../api/graphql';

export const sitesQuery = graphql(`
  query EmbeddingSites {
    embeddingSites {
      id
      origin
    }
    embeddingOriginsOfServer
  }
`);
