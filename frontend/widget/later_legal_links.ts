import { later } from './later';

/** LegalLinks, which follow the first step. */
export const LegalLinks = later(() => import('./legal_links'), false);
