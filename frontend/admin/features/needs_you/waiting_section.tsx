import { Button, Group, Text } from '@mantine/core';
import type { ResultOf } from '../../api/graphql';
import { usePagedQuery } from '../../api/paged_query';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { LoadMore } from '../../parts/load_more';
import { Answer } from '../../parts/page';
import { VideoIcon } from '../../parts/video_icon';
import { useBranch } from '../../session/branch';
import { roomAdmit, useWaitingText } from '../calendar';
import { waitingAppointmentsQuery } from './inbox_query';
import { InboxSection } from './inbox_section';
import { WaitingTable } from './waiting_table';
import { needsYouWords } from './words';

type Row = ResultOf<typeof waitingAppointmentsQuery>['waitingAppointments']['nodes'][number];

/** The video appointments whose customers are in the waiting room. */
export function WaitingSection() {
  const t = useWords(needsYouWords);
  const branch = useBranch();
  const answer = usePagedQuery(waitingAppointmentsQuery, { branchId: branch.id }, ({ waitingAppointments }) => waitingAppointments);
  return (
    <InboxSection title={t.waitingRoom} hint={t.waitingRoomHint}>
      <Answer of={answer}>
        {({ nodes, hasMore }) => (
          <>
            <WaitingTable label={t.waitingRoom} list={nodes} more={t.waitingSince}>
              {(row) => <WaitingCustomer row={row} />}
            </WaitingTable>
            <LoadMore hasMore={hasMore} onMore={answer.more} />
          </>
        )}
      </Answer>
    </InboxSection>
  );
}

/** Since when a customer waits, and the way into the room. */
function WaitingCustomer({ row }: { row: Row }) {
  const t = useWords(needsYouWords);
  const change = useChange();
  const { id, contact, roomUrl, roomIsOwn, branch } = row;
  const name = contact?.name || t.anonymous;
  return (
    <Group gap="xs">
      <Text inherit>{useWaitingText(row)}</Text>
      {roomIsOwn && roomUrl && (
        <Button component="a" size="compact-md" href={roomUrl} target="_blank" rel="noopener noreferrer" leftSection={<VideoIcon />} aria-label={`${t.openCall}: ${name}`}>
          {t.openCall}
        </Button>
      )}
      {!roomIsOwn && branch.admitByHand && (
        <Button
          size="compact-md"
          aria-label={`${t.admit}: ${name}`}
          onClick={() => void change(roomAdmit, { input: { appointmentId: id } }, { done: t.admitted(name) })}
        >
          {t.admit}
        </Button>
      )}
    </Group>
  );
}
