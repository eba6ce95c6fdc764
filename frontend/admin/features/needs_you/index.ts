export { StrandedNotice } from './stranded_notice';
