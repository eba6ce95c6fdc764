import { ActionIcon, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { OverrideDialog } from './override_dialog';
import { useOverrides } from './use_overrides';
import { workPlanWords } from './words';
import type { ShiftOverride } from './work_plan_query';

interface Props {
  staffId: string;
  list: readonly ShiftOverride[];
}

/** The coming exceptions to a profile's work plan. The list includes past ones, whose versions are needed if their dates are chosen. */
export function Overrides({ staffId, list }: Props) {
  const t = useWords(workPlanWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { set, remove } = useOverrides(staffId);
  const coming = list.filter(({ date }) => date >= today(timeZone));
  // The list that the user has seen when the dialog opened: what others save meanwhile is not in it.
  const [known, setKnown] = useState<readonly ShiftOverride[]>();
  return (
    <Card withBorder component="section" aria-label={t.overrides}>
      <Group justify="space-between">
        <Title order={2}>{t.overrides}</Title>
        <Button variant="default" onClick={() => setKnown(list)}>
          {t.addOverride}
        </Button>
      </Group>
      <Text c="dimmed" my="sm">
        {t.overridesIntro}
      </Text>
      {coming.length === 0 ? (
        <Text>{t.noOverride}</Text>
      ) : (
        <Table aria-label={t.overrides}>
          <Table.Tbody>
            {coming.map((override) => (
              <Table.Tr key={override.date}>
                <Table.Th scope="row">{format.day(override.date)}</Table.Th>
                <Table.Td>{override.intervals.map(({ from, to }) => `${from}–${to}`).join(', ') || t.off}</Table.Td>
                <Table.Td align="right">
                  <ActionIcon variant="subtle" size="lg" aria-label={t.remove(format.day(override.date))} onClick={() => void remove(override)}>
                    <IconTrash size={18} aria-hidden="true" />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {known && (
        <OverrideDialog save={(date, intervals, replaced = known) => set(replaced, date, intervals)} onClose={() => setKnown(undefined)} />
      )}
    </Card>
  );
}
