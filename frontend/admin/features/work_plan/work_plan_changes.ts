import { graphql } from '../../api/graphql';

export const staffWorkPlanReplace = graphql(`
  mutation StaffWorkPlanReplace($input: StaffWorkPlanReplaceInput!) {
    staffWorkPlanReplace(input: $input) {
      staff {
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

export const staffWorkPlanClear = graphql(`
  mutation StaffWorkPlanClear($input: StaffWorkPlanClearInput!) {
    staffWorkPlanClear(input: $input) {
      staff {
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

export const staffShiftOverrideSet = graphql(`
  mutation StaffShiftOverrideSet($input: StaffShiftOverrideSetInput!) {
    staffShiftOverrideSet(input: $input) {
      staff {
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

export const staffShiftOverrideRemove = graphql(`
  mutation StaffShiftOverrideRemove($input: StaffShiftOverrideRemoveInput!) {
    staffShiftOverrideRemove(input: $input) {
      staff {
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

export const staffAbsenceAdd = graphql(`
  mutation StaffAbsenceAdd($input: StaffAbsenceAddInput!) {
    staffAbsenceAdd(input: $input) {
      absence {
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

export const staffAbsenceRemove = graphql(`
  mutation StaffAbsenceRemove($input: StaffAbsenceRemoveInput!) {
    staffAbsenceRemove(input: $input) {
      removedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);
