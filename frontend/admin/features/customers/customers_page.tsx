import { Anchor, Table, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { usePagedQuery } from '../../api/paged_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer, Page } from '../../parts/page';
import { ScrollRegion } from '../../parts/scroll_region';
import { SearchField } from '../../parts/search_field';
import { useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import { customersQuery } from './customers_query';
import { customersWords } from './words';

/** All customers, with a search by part of the name, email or phone number. */
export function CustomersPage() {
  const t = useWords(customersWords);
  const { suche = '' } = useSearch({ from: '/kunden' });
  const navigate = useNavigate({ from: '/kunden' });
  const answer = usePagedQuery(customersQuery, { search: suche || null }, ({ customers }) => customers);

  return (
    <Page title={t.title} intro={t.intro} width={1000}>
      <SearchField
        label={t.search}
        initial={suche}
        onSearch={(text) => void navigate({ search: (before) => ({ ...before, suche: text || undefined }), replace: true })}
      />
      <Answer of={answer}>
        {({ nodes, hasMore }) => {
          if (nodes.length === 0) {
            return (
              <Empty title={suche ? t.noMatch : t.noCustomer}>
                <Text>{suche ? t.noMatchHint : t.noCustomerHint}</Text>
              </Empty>
            );
          }
          return (
            <>
              <People list={nodes} />
              <LoadMore hasMore={hasMore} onMore={answer.more} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

interface PeopleProps {
  list: readonly { id: string; name: string; email: string | null; phone: string; createdAt: string }[];
}

function People({ list }: PeopleProps) {
  const t = useWords(customersWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  return (
    <ScrollRegion label={t.title}>
      <Table withTableBorder aria-label={t.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.name}</Table.Th>
            <Table.Th>{t.email}</Table.Th>
            <Table.Th>{t.phone}</Table.Th>
            <Table.Th>{t.since}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {list.map(({ id, name, email, phone, createdAt }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">
                <Anchor component={Link} to={`/kunden/${id}`}>
                  {name}
                </Anchor>
              </Table.Th>
              <Table.Td>{email}</Table.Td>
              <Table.Td>{phone}</Table.Td>
              <Table.Td>{format.date(wallClockAt(createdAt, timeZone).date)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
