import { graphql, type ResultOf } from '../../api/graphql';

export const openingHoursQuery = graphql(`
  query OpeningHours($branchId: ID!, $from: LocalDate!) {
    branch(id: $branchId) {
      id
      openingHours {
        weekday
        from
        to
      }
      openingExceptions(from: $from) {
        date
        intervals {
          from
          to
        }
        reason
      }
    }
  }
`);

export type OpeningHours = NonNullable<ResultOf<typeof openingHoursQuery>['branch']>;
export type Exception = OpeningHours['openingExceptions'][number];

export const openingHoursReplace = graphql(`
  mutation BranchOpeningHoursReplace($input: BranchOpeningHoursReplaceInput!) {
    branchOpeningHoursReplace(input: $input) {
      branch {
        id
        openingHours {
          weekday
          from
          to
        }
      }
      strandedAppointments {
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

export const exceptionSet = graphql(`
  mutation BranchOpeningExceptionSet($input: BranchOpeningExceptionSetInput!) {
    branchOpeningExceptionSet(input: $input) {
      openingException {
        date
      }
      strandedAppointments {
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

export const exceptionRemove = graphql(`
  mutation BranchOpeningExceptionRemove($input: BranchOpeningExceptionRemoveInput!) {
    branchOpeningExceptionRemove(input: $input) {
      branch {
        id
      }
      strandedAppointments {
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
