import { everyPage, usePagedQuery } from '../../api/paged_query';
import { appointmentsQuery } from './calendar_query';

/** Loads all appointments of a day, page by page, and refetches after changes. */
export function useAppointments(branchId: string, day: string) {
  const { data, failed, retry } = usePagedQuery(appointmentsQuery, { branchId, day }, ({ appointments }) => appointments, { pages: everyPage });
  return { data: data?.nodes, failed, retry };
}
