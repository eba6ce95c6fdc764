import { Table } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { commonWords } from '../language/common_words';
import { useWords } from '../language/words';
import { PersonName } from './person_name';
import { ScrollRegion } from './scroll_region';
import styles from './yes_no_matrix.module.css';

interface Person {
  id: string;
  displayName: string;
  title: string;
  color: string;
}

interface Named {
  id: string;
  name: string;
}

interface Props<Row extends Person, Column extends Named> {
  label: string;
  /** The heading of the row names. */
  corner: string;
  rows: readonly Row[];
  columns: readonly Column[];
  isYes(row: Row, column: Column): boolean;
  /** Whether neither is the whole truth, and the word for it. */
  isPartly?(row: Row, column: Column): boolean;
  partly?: string;
  onTurn(row: Row, column: Column, yes: boolean): void;
}

/** A table of yes and no per person and column; a click toggles a cell. */
export function YesNoMatrix<Row extends Person, Column extends Named>({ label, corner, rows, columns, isYes, isPartly, partly = '', onTurn }: Props<Row, Column>) {
  const t = useWords(commonWords);
  return (
    <ScrollRegion label={label}>
      <Table withTableBorder withColumnBorders aria-label={label} className={styles.matrix}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={styles.corner}>{corner}</Table.Th>
            {columns.map(({ id, name }) => (
              <Table.Th key={id}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Th scope="row" className={styles.corner}>
                <PersonName name={row.displayName} color={row.color} title={row.title} />
              </Table.Th>
              {columns.map((column) => {
                const yes = isYes(row, column);
                const isPart = !yes && isPartly?.(row, column) === true;
                const word = yes ? t.yes : t.no;
                return (
                  <Table.Td key={column.id}>
                    <button
                      type="button"
                      role="switch"
                      aria-checked={yes}
                      aria-label={`${isPart ? partly : word} – ${row.displayName}: ${column.name}`}
                      className={styles.cell}
                      onClick={() => onTurn(row, column, !yes)}
                    >
                      {yes && <IconCheck size={18} aria-hidden="true" />}
                      {isPart ? '–' : word}
                    </button>
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
