import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { usePagedQuery } from '../../api/paged_query';
import { useWords } from '../../language/words';
import { LoadMore } from '../../parts/load_more';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { InboxSection } from './inbox_section';
import { bookedOf, strandedQuery } from './stranded_query';
import { WaitingTable } from './waiting_table';
import { needsYouWords } from './words';

/** The appointments of the branch that cannot take place as planned. */
export function StrandedSection() {
  const t = useWords(needsYouWords);
  const branch = useBranch();
  const answer = usePagedQuery(strandedQuery, { branchId: branch.id }, ({ strandedAppointments }) => strandedAppointments);
  return (
    <InboxSection title={t.table} hint={t.intro}>
      <Anchor renderRoot={(props) => <Link to="/umplanen" search={{}} {...props} />}>{t.rearrange}</Anchor>
      <Answer of={answer}>
        {({ nodes, hasMore }) => (
          <>
            <WaitingTable label={t.table} list={bookedOf(nodes)} />
            <LoadMore hasMore={hasMore} onMore={answer.more} />
          </>
        )}
      </Answer>
    </InboxSection>
  );
}
