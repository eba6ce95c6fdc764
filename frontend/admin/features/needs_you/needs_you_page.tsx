import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { usePagedQuery } from '../../api/paged_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer, Page } from '../../parts/page';
import { ScrollRegion } from '../../parts/scroll_region';
import { useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import { bookedOf, type Stranded, strandedQuery } from './stranded_query';
import { needsYouWords } from './words';

/** The appointments of the branch that cannot take place as planned. */
export function NeedsYouPage() {
  const t = useWords(needsYouWords);
  const branch = useBranch();
  const answer = usePagedQuery(strandedQuery, { branchId: branch.id }, ({ strandedAppointments }) => strandedAppointments);
  return (
    <Page title={t.title} width="list">
      <Answer of={answer}>
        {({ nodes, hasMore }) => {
          const list = bookedOf(nodes);
          return list.length === 0 && !hasMore ? (
            <Empty title={t.nothing}>
              <Text>{t.nothingHint}</Text>
            </Empty>
          ) : (
            <>
              <Text c="dimmed">{t.intro}</Text>
              <StrandedTable list={list} />
              <LoadMore hasMore={hasMore} onMore={answer.more} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function StrandedTable({ list }: { list: readonly Stranded[] }) {
  const t = useWords(needsYouWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  return (
    <ScrollRegion label={t.table}>
      <Table withTableBorder aria-label={t.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.when}</Table.Th>
            <Table.Th>{t.customer}</Table.Th>
            <Table.Th>{t.service}</Table.Th>
            <Table.Th>{t.staff}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {list.map(({ id, start, contact, service, staff }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">
                <Anchor renderRoot={(props) => <Link to="/kalender" search={{ datum: wallClockAt(start, timeZone).date, termin: id }} {...props} />}>
                  {format.moment(start, timeZone)}
                </Anchor>
              </Table.Th>
              <Table.Td>{contact?.name || t.anonymous}</Table.Td>
              <Table.Td>{service.name}</Table.Td>
              <Table.Td>{staff.displayName}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
