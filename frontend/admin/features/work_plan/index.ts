export { AbsenceDialog } from './absence_dialog';
export { useAbsences } from './use_absences';
export { WorkPlanTab } from './work_plan_tab';
