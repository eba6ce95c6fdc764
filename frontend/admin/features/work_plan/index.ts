export { WorkPlanTab } from './work_plan_tab';
