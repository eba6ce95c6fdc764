import { Anchor, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { keepsCustomers, useSession } from '../../session/session';
import { wantsSound } from '../../session/sound_wish';
import { ring } from './ring';
import { ownCustomersQuery, type WaitingCustomer, waitingCustomersQuery } from './waiting_query';
import { waitingWords } from './waiting_words';

/** Says which customers of the branch wait, and with a quiet sound when one begins to; to members, which of theirs. */
export default function WaitingNotice() {
  const session = useSession();
  const { id: branchId } = useBranch();
  const ofAll = keepsCustomers(session);
  const all = useLiveQuery(waitingCustomersQuery, { branchId }, { pause: !ofAll, touches: ({ kind }) => kind === 'APPOINTMENT' });
  const own = useLiveQuery(ownCustomersQuery, {}, { pause: ofAll, touches: ({ kind }) => kind === 'APPOINTMENT' });
  useNotices(ofAll ? all.data?.waitingAppointments.nodes : own.data?.ownAppointments.nodes);
  return null;
}

/** Shows a notice for each customer who waits, once; with a sound if the wait has begun since the page was opened. */
function useNotices(list: readonly WaitingCustomer[] | undefined) {
  const t = useWords(waitingWords);
  const known = useRef<Set<string>>(undefined);
  useEffect(() => {
    const waiting = list?.filter(({ customerWaitsSince, roomAdmittedAt }) => customerWaitsSince && !roomAdmittedAt);
    if (!waiting) {
      return;
    }
    const before = known.current;
    known.current = new Set([...(before ?? []), ...waiting.map(({ id }) => id)]);
    for (const { id, contact, staff, roomUrl, roomIsOwn } of waiting) {
      if (before?.has(id)) {
        continue;
      }
      if (before && wantsSound()) {
        void ring(id);
      }
      if (location.pathname.endsWith(`/gespraech/${id}`)) {
        continue; // it says so itself
      }
      notifications.show({
        id: `waits ${id}`,
        autoClose: 20_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{t.waits(contact?.name || t.anonymous, staff.displayName)}</Text>
            {roomIsOwn && roomUrl && (
              <Anchor size="sm" flex="none" href={roomUrl} target="_blank" rel="noopener noreferrer">
                {t.open}
              </Anchor>
            )}
          </Group>
        ),
      });
    }
  }, [list, t]);
}
