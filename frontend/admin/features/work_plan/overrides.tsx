import { ActionIcon, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { OverrideDialog } from './override_dialog';
import { useOverrides } from './use_overrides';
import { workPlanWords } from './words';
import type { ShiftOverride } from './work_plan_query';

interface Props {
  staffId: string;
  list: readonly ShiftOverride[];
}

/** The coming exceptions to a profile's work plan. */
export function Overrides({ staffId, list }: Props) {
  const t = useWords(workPlanWords);
  const format = useFormat();
  const { set, remove } = useOverrides(staffId, list);
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <Card withBorder component="section" aria-label={t.overrides}>
      <Group justify="space-between">
        <Title order={2}>{t.overrides}</Title>
        <Button variant="default" onClick={open}>
          {t.addOverride}
        </Button>
      </Group>
      <Text c="dimmed" my="sm">
        {t.overridesIntro}
      </Text>
      {list.length === 0 ? (
        <Text>{t.noOverride}</Text>
      ) : (
        <Table aria-label={t.overrides}>
          <Table.Tbody>
            {list.map(({ date, intervals }) => (
              <Table.Tr key={date}>
                <Table.Th scope="row">{format.day(date)}</Table.Th>
                <Table.Td>{intervals.map(({ from, to }) => `${from}–${to}`).join(', ') || t.off}</Table.Td>
                <Table.Td align="right">
                  <ActionIcon variant="subtle" size="lg" aria-label={t.remove(format.day(date))} onClick={() => void remove(date)}>
                    <IconTrash size={18} aria-hidden="true" />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {isOpen && <OverrideDialog save={set} onClose={close} />}
    </Card>
  );
}
