/* The steps that follow the choice of a start, in one file that is loaded meanwhile. */
export { DetailsStep } from './details_step';
export { DoneStep } from './done_step';
