import { graphql, type ResultOf } from '../../api/graphql';

/** Loads the weekly hours, and the exceptions from a date on: the past ones only grow. */
export const openingHoursQuery = graphql(`
  query OpeningHours($branchId: ID!, $from: LocalDate!) {
    branch(id: $branchId) {
      id
      openingHours {
        weekday
        from
        to
      }
      openingHoursVersion
      openingExceptions(from: $from) {
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

/** Loads the exceptions of dates that the page does not show. */
export const exceptionsQuery = graphql(`
  query OpeningExceptions($branchId: ID!, $from: LocalDate!, $to: LocalDate!) {
    branch(id: $branchId) {
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
  }
`);

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
