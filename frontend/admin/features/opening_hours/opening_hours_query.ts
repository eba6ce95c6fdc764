import { graphql, type ResultOf } from '../../api/graphql';

export const openingHoursQuery = graphql(`
  query OpeningHours($branchId: ID!) {
    branch(id: $branchId) {
      id
      openingHours {
        weekday
        from
        to
      }
      openingHoursVersion
      openingExceptions {
        date
        version
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
        openingHoursVersion
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

export const exceptionsSet = graphql(`
  mutation BranchOpeningExceptionsSet($input: BranchOpeningExceptionsSetInput!, $from: LocalDate!, $to: LocalDate!) {
    branchOpeningExceptionsSet(input: $input) {
      branch {
        id
        openingExceptions(from: $from, to: $to) {
          date
          version
          intervals {
            from
            to
          }
          reason
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
