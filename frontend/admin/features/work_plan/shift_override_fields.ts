import { graphql } from '../../api/graphql';

/** All of a shift override. The cache keeps them without an identity, so every operation reads them in full. */
export const shiftOverrideFields = graphql(`
  fragment ShiftOverrideFields on ShiftOverride {
    date
    version
    intervals {
      from
      to
    }
  }
`);
