import { Group, Table, Text, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useLiveQuery } from '../../api/live_query';
import { usePagedQuery } from '../../api/paged_query';
import { useSearchedList } from '../../api/searched_list';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer, Page } from '../../parts/page';
import { ScrollRegion } from '../../parts/scroll_region';
import { SearchChoice } from '../../parts/search_choice';
import { useBranch } from '../../session/branch';
import { instantAt } from '../../session/wall_clock';
import { AuditEntry } from './audit_entry';
import { auditTrailQuery, peopleQuery, personQuery } from './audit_trail_query';
import { auditTrailWords } from './words';

/** The audit trail, newest first. */
export function AuditTrailPage() {
  const t = useWords(auditTrailWords);
  const { timeZone } = useBranch();
  const { wer, ab, bis } = useSearch({ from: '/aenderungsprotokoll' });
  const answer = usePagedQuery(
    auditTrailQuery,
    { from: ab ? instantAt(ab, '00:00', timeZone) : null, to: bis ? instantAt(bis, '24:00', timeZone) : null, staffId: wer ?? null },
    ({ auditTrail }) => auditTrail,
  );
  return (
    <Page title={t.title} intro={t.intro} width={1100}>
      <Filter />
      <Answer of={answer}>
        {({ nodes, hasMore }) => {
          if (nodes.length === 0) {
            return (
              <Empty title={t.noMatch}>
                <Text>{t.noMatchHint}</Text>
              </Empty>
            );
          }
          return (
            <>
              <ScrollRegion label={t.title}>
                <Table withTableBorder verticalSpacing="sm" aria-label={t.title}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t.when}</Table.Th>
                      <Table.Th>{t.person}</Table.Th>
                      <Table.Th>{t.what}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {nodes.map((entry) => (
                      <AuditEntry key={entry.id} entry={entry} />
                    ))}
                  </Table.Tbody>
                </Table>
              </ScrollRegion>
              <LoadMore hasMore={hasMore} onMore={answer.more} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

/** Filters by person and days. */
function Filter() {
  const t = useWords(auditTrailWords);
  const { wer, ab, bis } = useSearch({ from: '/aenderungsprotokoll' });
  const navigate = useNavigate({ from: '/aenderungsprotokoll' });
  const people = useSearchedList(peopleQuery, {}, ({ staff }) => staff);
  const isElsewhere = wer !== undefined && people.nodes !== undefined && people.nodes.every(({ id }) => id !== wer);
  const { data } = useLiveQuery(personQuery, { id: wer ?? '' }, { pause: !isElsewhere });
  const show = (change: { wer?: string | undefined; ab?: string | undefined; bis?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <Group align="flex-end">
      <SearchChoice
        label={t.person}
        list={people}
        optionOf={({ id, displayName }) => ({ value: id, label: displayName })}
        before={[{ value: '', label: t.everyone }]}
        value={wer ?? ''}
        otherwise={data?.node?.__typename === 'Staff' ? data.node.displayName : undefined}
        onChange={(id) => show({ wer: id || undefined })}
      />
      <TextInput type="date" label={t.from} value={ab ?? ''} onChange={(event) => show({ ab: event.currentTarget.value || undefined })} />
      <TextInput type="date" label={t.to} value={bis ?? ''} onChange={(event) => show({ bis: event.currentTarget.value || undefined })} />
    </Group>
  );
}
