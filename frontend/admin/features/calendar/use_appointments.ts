import { everyPage, usePagedQuery } from '../../api/paged_query';
import { appointmentsQuery } from './calendar_query';

interface Range {
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
  /** Null: everyone. */
  staffIds: readonly string[] | null;
}

/** Loads all appointments of some days, page by page, and refetches after changes. */
export function useAppointments(branchId: string, { from, to, staffIds }: Range) {
  const variables = { branchId, from, to, staffIds: staffIds && [...staffIds] };
  const { data, failed, retry } = usePagedQuery(appointmentsQuery, variables, ({ appointments }) => appointments, { pages: everyPage });
  return { data: data?.nodes, failed, retry };
}
