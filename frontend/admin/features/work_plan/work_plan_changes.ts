import { graphql } from '../../api/graphql';
import { shiftOverrideFields } from './shift_override_fields';
import { workPlanFields } from './work_plan_fields';

export const staffWorkPlanReplace = graphql(`
  mutation StaffWorkPlanReplace($input: StaffWorkPlanReplaceInput!, $branchId: ID!) {
    staffWorkPlanReplace(input: $input) {
      staff {
        id
        workPlans(branchId: $branchId) {
          ...WorkPlanFields
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
`, [workPlanFields]);

/** Replaces plans and exceptions of several profiles in one step. */
export const staffWorkPlansReplace = graphql(`
  mutation StaffWorkPlansReplace($input: StaffWorkPlansReplaceInput!, $branchId: ID!) {
    staffWorkPlansReplace(input: $input) {
      staff {
        id
        displayName
        workPlans(branchId: $branchId) {
          ...WorkPlanFields
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
`, [workPlanFields]);

export const staffWorkPlanClear = graphql(`
  mutation StaffWorkPlanClear($input: StaffWorkPlanClearInput!, $branchId: ID!, $from: LocalDate!) {
    staffWorkPlanClear(input: $input) {
      staff {
        id
        displayName
        workPlans(branchId: $branchId) {
          ...WorkPlanFields
        }
        shiftOverrides(branchId: $branchId, from: $from) {
          ...ShiftOverrideFields
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
`, [workPlanFields, shiftOverrideFields]);

export const staffShiftOverrideSet = graphql(`
  mutation StaffShiftOverrideSet($input: StaffShiftOverrideSetInput!, $branchId: ID!, $date: LocalDate!) {
    staffShiftOverrideSet(input: $input) {
      staff {
        id
        shiftOverrides(branchId: $branchId, from: $date, to: $date) {
          ...ShiftOverrideFields
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
`, [shiftOverrideFields]);

export const staffShiftOverrideRemove = graphql(`
  mutation StaffShiftOverrideRemove($input: StaffShiftOverrideRemoveInput!, $branchId: ID!, $date: LocalDate!) {
    staffShiftOverrideRemove(input: $input) {
      staff {
        id
        shiftOverrides(branchId: $branchId, from: $date, to: $date) {
          ...ShiftOverrideFields
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
`, [shiftOverrideFields]);

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

export const staffAbsenceRestore = graphql(`
  mutation StaffAbsenceRestore($input: StaffAbsenceRestoreInput!) {
    staffAbsenceRestore(input: $input) {
      absence {
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
