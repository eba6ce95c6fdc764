export { FirstStepsNotice } from './first_steps_notice';
export { useReadiness } from './readiness_query';
