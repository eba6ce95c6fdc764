import { graphql } from '../../api/graphql';

export const absenceRequestCreate = graphql(`
  mutation AbsenceRequestCreate($input: AbsenceRequestCreateInput!) {
    absenceRequestCreate(input: $input) {
      request {
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

export const absenceRequestWithdraw = graphql(`
  mutation AbsenceRequestWithdraw($input: AbsenceRequestWithdrawInput!) {
    absenceRequestWithdraw(input: $input) {
      request {
        id
        state
        absenceId
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const absenceRequestApprove = graphql(`
  mutation AbsenceRequestApprove($input: AbsenceRequestApproveInput!) {
    absenceRequestApprove(input: $input) {
      request {
        id
        state
        absenceId
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

export const absenceRequestDecline = graphql(`
  mutation AbsenceRequestDecline($input: AbsenceRequestDeclineInput!) {
    absenceRequestDecline(input: $input) {
      request {
        id
        state
        absenceId
        answer
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const absenceRequestReopen = graphql(`
  mutation AbsenceRequestReopen($input: AbsenceRequestReopenInput!) {
    absenceRequestReopen(input: $input) {
      request {
        id
        state
        absenceId
        answer
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
