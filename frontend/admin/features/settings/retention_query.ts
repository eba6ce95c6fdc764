import { graphql } from '../../api/graphql';

export const retentionPreview = graphql(`
  query RetentionPreview($branchId: ID!, $months: Int!) {
    retentionPreview(branchId: $branchId, months: $months)
  }
`);

export const branchRetentionSet = graphql(`
  mutation BranchRetentionSet($input: BranchRetentionSetInput!) {
    branchRetentionSet(input: $input) {
      branch {
        id
        retentionMonths
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
