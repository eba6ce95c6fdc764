import { lazy } from 'react';

export const AbsenceOf = lazy(() => import('./absence_of'));
export const StaffMenu = lazy(() => import('./staff_menu'));
export const OfferOf = lazy(() => import('./offer_of'));
