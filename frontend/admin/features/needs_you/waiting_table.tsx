import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import styles from '../../parts/card_table.module.css';
import { useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import { needsYouWords } from './words';

interface Waiting {
  id: string;
  start: string;
  contact: { name: string } | null;
  service: { name: string };
  staff: { displayName: string };
}

interface Props<Row> {
  label: string;
  list: readonly Row[];
  /** The heading of the last column. */
  more?: string;
  /** Returns the content of the last column. */
  children?(row: Row): ReactNode;
}

/** Appointments that wait for the user; each leads to its panel in the calendar. */
export function WaitingTable<Row extends Waiting>({ label, list, more, children }: Props<Row>) {
  const t = useWords(needsYouWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  return (
    <Table className={styles.cards} withTableBorder aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.when}</Table.Th>
          <Table.Th>{t.customer}</Table.Th>
          <Table.Th>{t.service}</Table.Th>
          <Table.Th>{t.staff}</Table.Th>
          {children && <Table.Th>{more}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Th scope="row">
              <Anchor renderRoot={(props) => <Link to="/kalender" search={{ datum: wallClockAt(row.start, timeZone).date, termin: row.id }} {...props} />}>
                {format.moment(row.start, timeZone)}
              </Anchor>
            </Table.Th>
            <Table.Td>{row.contact?.name || t.anonymous}</Table.Td>
            <Table.Td data-label={t.service}>{row.service.name}</Table.Td>
            <Table.Td data-label={t.staff}>{row.staff.displayName}</Table.Td>
            {children && <Table.Td>{children(row)}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
