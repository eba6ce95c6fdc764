export { AbsenceDialog } from './absence_dialog';
export { WorkPlanTab } from './work_plan_tab';
export { mondayOf } from './monday';
export { useAbsences } from './use_absences';
export { workPlanWords } from './words';
