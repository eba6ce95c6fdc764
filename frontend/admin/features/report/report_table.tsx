import { Table } from '@mantine/core';
import { type Money, useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { ScrollRegion } from '../../parts/scroll_region';
import { taken, videoShare } from './figures';
import type { Figures, Report } from './report_query';
import styles from './report_table.module.css';
import { reportWords } from './words';

interface Props {
  report: Report;
  /** The heading of the first column. */
  first: string;
  nameOf(name: string): string;
}

/** The figures of a report, a row each, and their total. */
export function ReportTable({ report: { rows, total }, first, nameOf }: Props) {
  const t = useWords(reportWords);
  return (
    <ScrollRegion label={t.title}>
      <Table withTableBorder className={styles.table} aria-label={t.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{first}</Table.Th>
            {[t.taken, t.completed, t.booked, t.noShows, t.cancelled, t.videoShare, t.revenue, t.expectedRevenue].map((column) => (
              <Table.Th key={column} ta="right">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, name, figures }) => (
            <Line key={key} name={nameOf(name)} figures={figures} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Line name={t.total} figures={total} />
        </Table.Tfoot>
      </Table>
    </ScrollRegion>
  );
}

function Line({ name, figures }: { name: string; figures: Figures }) {
  const t = useWords(reportWords);
  const format = useFormat();
  const share = videoShare(figures);
  const money = (amounts: readonly Money[]) => amounts.map((amount) => format.money(amount)).join(' + ') || '–';
  const cells = [
    ...[taken(figures), figures.completed, figures.booked, figures.noShows, figures.cancelled].map(format.number),
    share === undefined ? '–' : t.percent(format.number(share)), money(figures.revenue), money(figures.expectedRevenue),
  ];
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      {cells.map((cell, index) => (
        // The columns never change.
        // oxlint-disable-next-line react/no-array-index-key
        <Table.Td key={index} ta="right">
          {cell}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
