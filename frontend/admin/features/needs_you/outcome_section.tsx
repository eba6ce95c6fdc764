import { Button, Group } from '@mantine/core';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { usePagedQuery } from '../../api/paged_query';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { LoadMore } from '../../parts/load_more';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { appointmentOutcomeSet } from '../calendar';
import { withoutOutcomeQuery } from './inbox_query';
import { InboxSection } from './inbox_section';
import { WaitingTable } from './waiting_table';
import { needsYouWords } from './words';

/** The past appointments of which nobody has recorded how they went; each is recorded in one click. */
export function OutcomeSection() {
  const t = useWords(needsYouWords);
  const branch = useBranch();
  const answer = usePagedQuery(withoutOutcomeQuery, { branchId: branch.id }, (data) => data.appointmentsWithoutOutcome);
  return (
    <InboxSection title={t.outcomes} hint={t.outcomesHint}>
      <Answer of={answer}>
        {({ nodes, hasMore }) => (
          <>
            <WaitingTable label={t.outcomes} list={nodes} more={t.outcome}>
              {({ id, contact }) => <OutcomeButtons appointmentId={id} name={contact?.name || t.anonymous} />}
            </WaitingTable>
            <LoadMore hasMore={hasMore} onMore={answer.more} />
          </>
        )}
      </Answer>
    </InboxSection>
  );
}

function OutcomeButtons({ appointmentId: id, name }: { appointmentId: string; name: string }) {
  const t = useWords(needsYouWords);
  const { client } = useApi();
  const change = useChange();
  const choose = (outcome: 'COMPLETED' | 'NO_SHOW') =>
    void change(
      appointmentOutcomeSet,
      { input: { id, outcome } },
      { done: t.recorded(name, t.outcomeNames[outcome]), undo: () => send(client, appointmentOutcomeSet, { input: { id, outcome: null } }) },
    );
  return (
    <Group gap="xs" wrap="nowrap">
      {(['COMPLETED', 'NO_SHOW'] as const).map((outcome) => (
        <Button key={outcome} size="compact-md" variant="default" aria-label={`${t.outcomeNames[outcome]}: ${name}`} onClick={() => choose(outcome)}>
          {t.outcomeNames[outcome]}
        </Button>
      ))}
    </Group>
  );
}
