import { ActionIcon, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { ExceptionDialog } from './exception_dialog';
import { useExceptions } from './exceptions_change';
import type { Exception } from './opening_hours_query';
import { openingHoursWords } from './words';

/** The coming exceptions to the opening hours. The list includes past ones, whose versions are needed if their dates are chosen. */
export function Exceptions({ list }: { list: readonly Exception[] }) {
  const t = useWords(openingHoursWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { set, remove } = useExceptions();
  const coming = list.filter(({ date }) => date >= today(timeZone));
  // The list that the user has seen when the dialog opened: what others save meanwhile is not in it.
  const [edited, setEdited] = useState<{ exception: Exception | undefined; known: readonly Exception[] }>();
  const edit = (exception?: Exception) => setEdited({ exception, known: list });

  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={2}>{t.exceptions}</Title>
        <Button onClick={() => edit()}>{t.addException}</Button>
      </Group>
      <Text c="dimmed" my="sm">
        {t.exceptionsIntro}
      </Text>
      {coming.length === 0 ? (
        <Empty title={t.noException}>
          <Text>{t.noExceptionHint}</Text>
        </Empty>
      ) : (
        <Table aria-label={t.exceptions}>
          <Table.Tbody>
            {coming.map((exception) => {
              const day = format.day(exception.date);
              return (
                <Table.Tr key={exception.date}>
                  <Table.Th scope="row">{day}</Table.Th>
                  <Table.Td>
                    <Text size="sm">{exception.intervals.map(({ from, to }) => `${from}–${to}`).join(', ') || t.closed}</Text>
                    {exception.reason && (
                      <Text size="sm" c="dimmed">
                        {exception.reason}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Group gap={4} wrap="nowrap" justify="flex-end">
                      <ActionIcon variant="subtle" size="lg" aria-label={t.edit(day)} onClick={() => edit(exception)}>
                        <IconPencil size={18} aria-hidden="true" />
                      </ActionIcon>
                      <ActionIcon variant="subtle" size="lg" aria-label={t.remove(day)} onClick={() => void remove(exception)}>
                        <IconTrash size={18} aria-hidden="true" />
                      </ActionIcon>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
      {edited && (
        <ExceptionDialog
          exception={edited.exception}
          save={(dates, exceptional, replaced = edited.known) => set(replaced, dates, exceptional)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  );
}
