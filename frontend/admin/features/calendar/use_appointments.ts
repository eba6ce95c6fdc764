import { usePagedQuery } from '../../api/paged_query';
import { appointmentsQuery } from './calendar_query';

/** Reads all appointments of a day, however many pages they take, and keeps them fresh. */
export function useAppointments(branchId: string, day: string) {
  const { data, failed, retry } = usePagedQuery(appointmentsQuery, { branchId, day }, ({ appointments }) => appointments, Number.POSITIVE_INFINITY);
  return { data: data?.nodes, failed, retry };
}
