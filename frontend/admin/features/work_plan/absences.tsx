import { ActionIcon, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useWords } from '../../language/words';
import { AbsenceDialog } from './absence_dialog';
import { usePeriodText } from './absence_period';
import { useAbsences } from './use_absences';
import { workPlanWords } from './words';
import type { Absence } from './work_plan_query';

interface Props {
  staffId: string;
  /** Absences that have not ended. */
  list: readonly Absence[];
}

/** The absences of the person behind a profile. */
export function Absences({ staffId, list }: Props) {
  const t = useWords(workPlanWords);
  const { add, remove } = useAbsences(staffId);
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <Card withBorder component="section" aria-label={t.absences}>
      <Group justify="space-between">
        <Title order={2}>{t.absences}</Title>
        <Button variant="default" onClick={open}>
          {t.addAbsence}
        </Button>
      </Group>
      <Text c="dimmed" my="sm">
        {t.absencesIntro}
      </Text>
      {list.length === 0 ? (
        <Text>{t.noAbsence}</Text>
      ) : (
        <Table aria-label={t.absences}>
          <Table.Tbody>
            {list.map((absence) => (
              <Row key={absence.id} absence={absence} onRemove={() => void remove(absence.id)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {isOpen && <AbsenceDialog staffId={staffId} save={add} onClose={close} />}
    </Card>
  );
}

function Row({ absence: { kind, note, ...period }, onRemove }: { absence: Absence; onRemove(): void }) {
  const t = useWords(workPlanWords);
  const when = usePeriodText()(period);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {t.kinds[kind]}
        {note && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
      </Table.Th>
      <Table.Td>{when}</Table.Td>
      <Table.Td align="right">
        <ActionIcon variant="subtle" size="lg" aria-label={t.remove(`${t.kinds[kind]}, ${when}`)} onClick={onRemove}>
          <IconTrash size={18} aria-hidden="true" />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
