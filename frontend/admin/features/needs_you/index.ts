export { StrandedNotice } from './stranded_notice';
export { useStranded } from './use_stranded';
