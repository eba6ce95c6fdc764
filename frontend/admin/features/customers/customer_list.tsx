import { Anchor, Badge, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { ScrollRegion } from '../../parts/scroll_region';
import { useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import type { ListedCustomer } from './customers_query';
import { customersWords } from './words';

/** Customers with their visits, a row each. */
export function CustomerList({ list }: { list: readonly ListedCustomer[] }) {
  const t = useWords(customersWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const dayOf = (at: string | null) => at && format.date(wallClockAt(at, timeZone).date);
  return (
    <ScrollRegion label={t.title}>
      <Table withTableBorder aria-label={t.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.name}</Table.Th>
            <Table.Th>{t.email}</Table.Th>
            <Table.Th>{t.phone}</Table.Th>
            <Table.Th>{t.lastVisit}</Table.Th>
            <Table.Th>{t.nextVisit}</Table.Th>
            <Table.Th ta="right">{t.visits}</Table.Th>
            <Table.Th ta="right">{t.noShows}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {list.map(({ id, name, email, phone, confirmedAt, visits }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">
                <Anchor component={Link} to={`/kunden/${id}`}>
                  {name}
                </Anchor>
                {!confirmedAt && (
                  <Badge variant="light" color="gray" ml="xs" tt="none">
                    {t.isUnconfirmed}
                  </Badge>
                )}
              </Table.Th>
              <Table.Td>{email}</Table.Td>
              <Table.Td>{phone}</Table.Td>
              <Table.Td>{dayOf(visits.lastAt)}</Table.Td>
              <Table.Td>{dayOf(visits.nextAt)}</Table.Td>
              <Table.Td ta="right">{visits.count}</Table.Td>
              <Table.Td ta="right">{visits.noShows || ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
