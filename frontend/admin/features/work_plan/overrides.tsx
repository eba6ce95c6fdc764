import { ActionIcon, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { OverrideDialog } from './override_dialog';
import { type ShownOverrides, useOverrides } from './use_overrides';
import { workPlanWords } from './words';

interface Props {
  staffId: string;
  shown: ShownOverrides;
}

/** The exceptions to a profile's work plan from a date on. */
export function Overrides({ staffId, shown }: Props) {
  const t = useWords(workPlanWords);
  const format = useFormat();
  const { knownOn, set, remove } = useOverrides(staffId);
  // What the user has seen when the dialog opened: what others save meanwhile is not in it.
  const [before, setBefore] = useState<ShownOverrides>();
  return (
    <Card withBorder component="section" aria-label={t.overrides}>
      <Group justify="space-between">
        <Title order={2}>{t.overrides}</Title>
        <Button variant="default" onClick={() => setBefore(shown)}>
          {t.addOverride}
        </Button>
      </Group>
      <Text c="dimmed" my="sm">
        {t.overridesIntro}
      </Text>
      {shown.list.length === 0 ? (
        <Text>{t.noOverride}</Text>
      ) : (
        <Table aria-label={t.overrides}>
          <Table.Tbody>
            {shown.list.map((override) => (
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
      {before && (
        <OverrideDialog
          staffId={staffId}
          save={async (date, intervals, replaced) => {
            const known = replaced ?? (await knownOn(date, before));
            return known ? set(known, date, intervals) : undefined;
          }}
          onClose={() => setBefore(undefined)}
        />
      )}
    </Card>
  );
}
