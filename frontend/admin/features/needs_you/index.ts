export { StrandedNotice } from './stranded_notice';
export { bookedOf, strandedQuery } from './stranded_query';
export { useStranded } from './use_stranded';
