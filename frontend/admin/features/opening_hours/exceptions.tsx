import { ActionIcon, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { ExceptionDialog } from './exception_dialog';
import { type Shown, useExceptions } from './exceptions_change';
import type { Exception } from './opening_hours_query';
import { openingHoursWords } from './words';

/** The exceptions to the opening hours from a date on. */
export function Exceptions(shown: Shown) {
  const t = useWords(openingHoursWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { knownOf, set, remove } = useExceptions();
  // What the user has seen when the dialog opened: what others save meanwhile is not in it.
  const [edited, setEdited] = useState<{ exception: Exception | undefined; shown: Shown }>();
  const edit = (exception?: Exception) => setEdited({ exception, shown });

  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={2}>{t.exceptions}</Title>
        <Button onClick={() => edit()}>{t.addException}</Button>
      </Group>
      <Text c="dimmed" my="sm">
        {t.exceptionsIntro}
      </Text>
      {shown.list.length === 0 ? (
        <Empty title={t.noException}>
          <Text>{t.noExceptionHint}</Text>
        </Empty>
      ) : (
        <Table aria-label={t.exceptions}>
          <Table.Tbody>
            {shown.list.map((exception) => {
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
          save={async (dates, exceptional, replaced) => {
            const known = replaced ?? (await knownOf(edited.shown, dates));
            return known ? set(known, dates, exceptional) : { message: common.unreachable };
          }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  );
}
