import { Group, Table, Text, TextInput } from '@mantine/core';
import { type RegisteredRouter, useNavigate, useSearch } from '@tanstack/react-router';
import { actionWords } from '../../api/action_words';
import { useLiveQuery } from '../../api/live_query';
import { usePagedQuery } from '../../api/paged_query';
import { useSearchedList } from '../../api/searched_list';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer, Page } from '../../parts/page';
import { ScrollRegion } from '../../parts/scroll_region';
import { SearchChoice } from '../../parts/search_choice';
import { useBranch } from '../../session/branch';
import { instantAt } from '../../session/wall_clock';
import { AuditEntry } from './audit_entry';
import { auditTrailQuery, customerQuery, customersQuery, peopleQuery, personQuery } from './audit_trail_query';
import { auditTrailWords } from './words';

/** The audit trail, newest first. */
export function AuditTrailPage() {
  const t = useWords(auditTrailWords);
  const { timeZone } = useBranch();
  const { wer, kunde, was, ab, bis } = useSearch({ from: '/aenderungsprotokoll' });
  const answer = usePagedQuery(
    auditTrailQuery,
    { from: ab ? instantAt(ab, '00:00', timeZone) : null, to: bis ? instantAt(bis, '24:00', timeZone) : null, staffId: wer ?? null, customerId: kunde ?? null, action: was ?? null },
    ({ auditTrail }) => auditTrail,
  );
  return (
    <Page title={t.title} intro={t.intro} width="list">
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

type Search = ReturnType<typeof useSearch<RegisteredRouter, '/aenderungsprotokoll'>>;

/** Filters by person, customer, action and days. */
function Filter() {
  const t = useWords(auditTrailWords);
  const actions = useWords(actionWords);
  const { wer, kunde, was, ab, bis } = useSearch({ from: '/aenderungsprotokoll' });
  const navigate = useNavigate({ from: '/aenderungsprotokoll' });
  const people = useSearchedList(peopleQuery, {}, ({ staff }) => staff);
  const person = useLiveQuery(personQuery, { id: wer ?? '' }, { pause: !isElsewhere(wer, people.nodes) });
  const customers = useSearchedList(customersQuery, {}, (data) => data.customers);
  const customer = useLiveQuery(customerQuery, { id: kunde ?? '' }, { pause: !isElsewhere(kunde, customers.nodes) });
  const show = (change: Partial<Search>) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const all = { value: '', label: t.everyone };
  return (
    <Group align="flex-end">
      <SearchChoice
        label={t.person}
        list={people}
        optionOf={({ id, displayName }) => ({ value: id, label: displayName })}
        before={[all]}
        value={wer ?? ''}
        otherwise={person.data?.node?.__typename === 'Staff' ? person.data.node.displayName : undefined}
        onChange={(id) => show({ wer: id || undefined })}
      />
      <SearchChoice
        label={t.customer}
        list={customers}
        optionOf={({ id, name }) => ({ value: id, label: name })}
        before={[all]}
        value={kunde ?? ''}
        otherwise={customer.data?.customer?.name}
        onChange={(id) => show({ kunde: id || undefined })}
      />
      <Choice
        label={t.what}
        data={[{ value: '', label: t.everything }, ...byName(actions)]}
        value={was ?? ''}
        onChange={(event) => show({ was: event.currentTarget.value || undefined })}
      />
      <TextInput type="date" label={t.from} value={ab ?? ''} onChange={(event) => show({ ab: event.currentTarget.value || undefined })} />
      <TextInput type="date" label={t.to} value={bis ?? ''} onChange={(event) => show({ bis: event.currentTarget.value || undefined })} />
    </Group>
  );
}

/** Reports whether something is chosen that is not in the list. */
const isElsewhere = (id: string | undefined, list: readonly { id: string }[] | undefined) => id !== undefined && list !== undefined && list.every((one) => one.id !== id);

/** Returns the actions to choose from, in the order of their descriptions. */
const byName = (actions: Readonly<Record<string, string>>) =>
  Object.entries(actions)
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
