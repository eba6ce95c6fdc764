import { Text } from '@mantine/core';
import { usePagedQuery } from '../../api/paged_query';
import { useWords } from '../../language/words';
import { LoadMore } from '../../parts/load_more';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { requestedQuery } from './inbox_query';
import { InboxSection } from './inbox_section';
import { WaitingTable } from './waiting_table';
import { needsYouWords } from './words';

/** The appointments whose customers ask for something. */
export function RequestedSection() {
  const t = useWords(needsYouWords);
  const branch = useBranch();
  const answer = usePagedQuery(requestedQuery, { branchId: branch.id }, ({ requestedAppointments }) => requestedAppointments);
  return (
    <InboxSection title={t.requests} hint={t.requestsHint}>
      <Answer of={answer}>
        {({ nodes, hasMore }) => (
          <>
            <WaitingTable label={t.requests} list={nodes} more={t.request}>
              {({ changeRequest }) =>
                changeRequest && (
                  <>
                    <Text inherit>{t.asks[changeRequest.kind]}</Text>
                    {changeRequest.text && <Text size="sm">{changeRequest.text}</Text>}
                  </>
                )
              }
            </WaitingTable>
            <LoadMore hasMore={hasMore} onMore={answer.more} />
          </>
        )}
      </Answer>
    </InboxSection>
  );
}
