import { later } from './later';

/** NothingFree, which few customers see. */
export const NothingFree = later(() => import('./nothing_free'));
