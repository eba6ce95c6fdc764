import { useLiveQuery } from '../../api/live_query';
import { useBranch } from '../../session/branch';
import { isManager, keepsCustomers, useSession } from '../../session/session';
import { managerInboxQuery, receptionInboxQuery } from './inbox_query';

/** How much waits in the branch; zero for what the user does not set up. */
export interface Inbox {
  waitingAppointments: number;
  strandedAppointments: number;
  requestedAppointments: number;
  appointmentsWithoutOutcome: number;
  absenceRequests: number;
  failedMails: number;
  missingVideoLinks: number;
}

const notForReception = { absenceRequests: 0, failedMails: 0, missingVideoLinks: 0 };

/** Loads how much waits in the branch for the user, live. */
export function useInbox() {
  const session = useSession();
  const { id: branchId } = useBranch();
  const manages = isManager(session);
  const ofManager = useLiveQuery(managerInboxQuery, { branchId }, { pause: !manages });
  const ofReception = useLiveQuery(receptionInboxQuery, { branchId }, { pause: manages || !keepsCustomers(session) });
  const { data, ...state } = manages ? ofManager : ofReception;
  const inbox: Inbox | undefined = data && { ...notForReception, ...data.inbox };
  return { ...state, data: inbox };
}

/** Returns how much waits in all. */
export const sumOf = (inbox: Inbox): number =>
  inbox.waitingAppointments +
  inbox.strandedAppointments +
  inbox.requestedAppointments +
  inbox.appointmentsWithoutOutcome +
  inbox.absenceRequests +
  inbox.failedMails +
  inbox.missingVideoLinks;
